// Which language a post says that it is in. The REST API has no field for it (wp/v2/posts): plugins add some, and
// multilingual sites put it in the path. What the text itself reads as is a later stage's question.

/** ISO 639-1, whole. */
const codes = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el ' +
    'en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ' +
    'ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na ' +
    'nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so ' +
    'sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
)

/**
 * Language codes of ISO 639-1 that can be told in the first segment of a path. Left out are those that stand there
 * more often as something else: English words (`/it/`, `/no/`, `/my/`) and countries (`/uk/`, `/ca/`, `/se/`).
 */
const pathCodes = new Set(
  (
    'af ar az bg bn bs cs cy da de el en eo es et fa fi fr fy ga gl gu hu hy ja ka kk km kn ko ku ky lo lt lv ' +
    'mk mn mr ms mt nb ne nl nn pl pt ro ru sk sl sq sr sv sw ta te tg th tk tr ur uz vi xh yi yo zh zu'
  ).split(' '),
)

/** English words and countries that name the language too when the site's REST API stands below the same segment. */
const rootCodes = new Set(['he', 'hi', 'hr', 'id', 'is', 'it', 'no', 'eu', 'ca'])

/** The first of the tags that is a known language, in canonical form: `sv_SE` is `sv-SE`. BCP 47 §4.5. */
export function languageOf(tags: readonly (string | undefined)[]): string | undefined {
  return tags.map((tag) => canonicalTag(tag ?? '')).find((tag) => tag !== undefined)
}

/** Language, script and region of a tag: WordPress adds to its locales what BCP 47 does not know (`de_DE_formal`). */
function canonicalTag(tag: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(tag)) return undefined
  try {
    const { language, script, region } = new Intl.Locale(tag.replaceAll('_', '-'))
    if (!isKnown(language)) return undefined
    return [language, script, region].filter(Boolean).join('-')
  } catch {
    return undefined
  }
}

function isKnown(language: string): boolean {
  if (language.length === 2) return codes.has(language)
  // ISO 639-2 has codes for "undetermined" and the like; "all" is what multilingual plugins say of a shared post.
  if (['all', 'mis', 'mul', 'und', 'zxx'].includes(language)) return false
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined
}

/**
 * The language that an address declares: `/en/articles/sleep`, `/sv-se/…`, `?lang=fi`.
 *
 * @param self the address of the post in the REST API, which on multilingual sites has the language too.
 */
export function languageOfAddress(link: string, self: string | undefined): string | undefined {
  if (!URL.canParse(link)) return undefined
  const { pathname, searchParams } = new URL(link)
  const [, first = '', second = ''] = pathname.toLowerCase().split('/')
  // The only segment of a path is the post's own name.
  const segment = second === '' ? '' : first
  return languageOf([searchParams.get('lang') ?? undefined, tagOfSegment(segment, self)])
}

function tagOfSegment(segment: string, self: string | undefined): string | undefined {
  const [, code = '', region] = /^([a-z]{2})(?:[-_]([a-z]{2}|hans|hant|latn|cyrl))?$/.exec(segment) ?? []
  if (pathCodes.has(code)) return segment
  if (rootCodes.has(code) && self !== undefined && URL.canParse(self)) {
    if (new URL(self).pathname.toLowerCase().startsWith(`/${segment}/wp-json/`)) return segment
  }
  return region !== undefined && codes.has(code) && isHome(code, region) ? segment : undefined
}

/** Whether the region is the one that the language is spoken in most: `it-it`, not `to-do`. */
function isHome(code: string, region: string): boolean {
  return new Intl.Locale(code).maximize().region === region.toUpperCase()
}
