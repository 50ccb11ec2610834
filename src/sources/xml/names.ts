// Namespaces are known by what their URI holds: exports in the field write `http:` and `https:`, and versions from
// 1.0 to 1.2 or none.

const usual: readonly (readonly [RegExp, string])[] = [
  [/wordpress\.org\/export\/[^/]*\/?excerpt/, 'excerpt'],
  [/wordpress\.org\/export/, 'wp'],
  [/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/purl\.org\/dc\/elements/, 'dc'],
  [/search\.yahoo\.com\/mrss/, 'media'],
  [/www\.w3\.org\/2005\/Atom/, 'atom'],
  [/www\.w3\.org\/1999\/xhtml/, 'xhtml'],
  [/www\.w3\.org\/1999\/02\/22-rdf-syntax/, 'rdf'],
]

/** Gives names the usual prefixes, whatever prefixes a document binds to their namespaces. */
export class Names {
  readonly #prefixes = new Map<string, string>()

  /** Reads the bindings of an element. */
  bind(attributes: Readonly<Record<string, string>>): void {
    for (const [key, uri] of Object.entries(attributes)) {
      if (!key.startsWith('xmlns:')) continue
      const known = usual.find(([pattern]) => pattern.test(uri))?.[1]
      if (known) this.#prefixes.set(key.slice('xmlns:'.length), known)
    }
  }

  canonical(name: string): string {
    const colon = name.indexOf(':')
    if (colon < 0) return name
    const prefix = name.slice(0, colon)
    return `${this.#prefixes.get(prefix) ?? prefix}:${name.slice(colon + 1)}`
  }
}
