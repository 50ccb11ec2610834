// Which packages to name for characters that no font has.

/**
 * The fewest that serve: of the packages for a character the one that most of the characters could take, and of equal ones
 * the best. A full stop of Armenian is one of Georgian too.
 */
export function wantedPackages(lists: readonly (readonly string[])[]): readonly string[] {
  const votes = new Map<string, number>()
  for (const name of lists.flat()) votes.set(name, (votes.get(name) ?? 0) + 1)
  const most = (list: readonly string[]) => Math.max(...list.map((name) => votes.get(name) ?? 0))
  const chosen = lists.flatMap((list) => list.find((name) => votes.get(name) === most(list)) ?? [])
  return [...new Set(chosen)]
}
