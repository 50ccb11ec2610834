/** An absolute http(s) address in the form of the URL standard; undefined for anything else. */
export function webAddress(text: string | undefined, base?: string): string | undefined {
  const trimmed = text?.trim()
  if (!trimmed || !URL.canParse(trimmed, base || undefined)) return undefined
  const url = new URL(trimmed, base || undefined)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}
