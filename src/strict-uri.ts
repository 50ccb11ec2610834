// Addresses as EPUB wants them. The URL Standard reads and writes more than RFC 3986 allows.

// What stands in no component, and a percent sign that encodes nothing (RFC 3986 §2).
const forbidden = /%(?![\dA-Fa-f]{2})|[^\w.~:/?@!$&'()*+,;=%-]/gu
// The URL Standard takes `{` in a host and two dots in a row; no name server knows one.
const possibleHost = /^(?:(?:\[[\da-f:.]+\]|[\w-]+(?:\.[\w-]+)*\.?)(?::\d+)?)?$/i

/** The address by RFC 3986: what it does not allow is percent-encoded. Nothing where no host can be called so. */
export function strictUri(url: URL): string | undefined {
  if (!possibleHost.test(url.host)) return undefined
  const { protocol, username, password, pathname, search, hash } = url
  const user = username === '' && password === '' ? '' : `${encode(username)}${password && `:${encode(password)}`}@`
  const authority = url.host === '' ? '' : `//${user}${url.host}`
  const fragment = hash && `#${encode(hash.slice(1))}`
  return `${protocol}${authority}${encode(pathname)}${encode(search)}${fragment}`
}

function encode(component: string): string {
  return component.replace(forbidden, (character) => encodeURIComponent(character))
}
