// The tree of categories: who asks for one gets what stands below it too, as in the archives of WordPress.

/** One term of a tree; `parent` names no term at the top. */
export interface Branch<Key> {
  readonly key: Key
  readonly parent: Key
}

/** The keys with those of all that stands below them. */
export function withDescendants<Key>(keys: readonly Key[], tree: readonly Branch<Key>[]): readonly Key[] {
  const children = new Map<Key, Key[]>()
  for (const { key, parent } of tree) {
    const siblings = children.get(parent)
    if (siblings) siblings.push(key)
    else children.set(parent, [key])
  }
  // A set grows while it is walked over, and holds nothing twice: a tree that bites its tail ends too.
  const found = new Set(keys)
  for (const key of found) for (const child of children.get(key) ?? []) found.add(child)
  return [...found]
}
