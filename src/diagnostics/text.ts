// What is said of the text of a post, and of the book that is made of it.

import type { ErrorRow, SpokenRow } from './rows.js'

export const textErrors = {
  'markup-too-deep': {
    severity: 'error',
    cause: 'input',
    message: 'Post {post} nests its elements more than {limit} deep.',
    remedy: 'Repair the post: no e-reader could show such a page.',
  },
  'markup-too-large': {
    severity: 'error',
    cause: 'input',
    message: 'Post {post} has more than {limit} elements, texts and comments.',
    remedy: 'Divide the post, or raise maxNodes in the configuration.',
  },
  'markup-attributes-too-many': {
    severity: 'error',
    cause: 'input',
    message: 'Post {post} has an element with more than {limit} attributes.',
    remedy: 'Repair the post: no editor writes such an element.',
  },
  'content-too-large': {
    severity: 'error',
    cause: 'input',
    message: 'The content of post {post} is {size} MB; the limit is {limit} MB.',
    remedy: 'Divide the post, or raise the limit with --max-input.',
  },
  'text-too-long': {
    severity: 'error',
    cause: 'input',
    message:
      'The text or address that begins "{excerpt}" has {size} MB in one piece; e-readers refuse {limit} MB and more.',
    remedy: 'Divide it into paragraphs, or take it out of the post.',
  },
} as const satisfies Record<string, ErrorRow>

export const textSpoken = {
  'part-post-missing': {
    severity: 'warning',
    message: 'The post {post} cannot stand in the part "{part}": {reason}.',
    remedy: 'Correct the list of the part: it names posts by slug, number or address, each once.',
  },
  'part-unlisted': {
    severity: 'note',
    message: 'Posts that no part lists stand before the first part (posts: {count}, the first: "{first}").',
    remedy: 'List them in a part, or leave them out with a filter.',
  },
  'language-guessed': {
    severity: 'note',
    message: 'The post names no language; its text reads as {language}.',
    remedy: 'Say it with --lang if that is wrong.',
  },
  'language-unknown': {
    severity: 'warning',
    message: 'The language of the post is not known; {language} was taken.',
    remedy: 'Say it with --lang.',
  },
  'language-contradicted': {
    severity: 'warning',
    message: 'The post says that its language is {declared}, but its script runs the other way; {language} was taken.',
    remedy: 'Say the language with --lang, or mend the setting of the site.',
  },
  'author-unknown': {
    severity: 'note',
    message: 'The post does not name its author.',
    remedy: 'Save it with ?_embed, or say the name with --author.',
  },
  'date-unknown': {
    severity: 'warning',
    message: 'The post has no date; {date} was taken.',
    remedy: 'Set SOURCE_DATE_EPOCH to the date it should bear.',
  },
  'table-wide': {
    severity: 'note',
    message: 'A table has {columns|# column|# columns}, too many for a small screen, which shows it {shown}.',
    remedy: 'Nothing need be done; a table of 4 columns or fewer reads better.',
  },
  'media-replaced': {
    severity: 'warning',
    message: 'The {what} {address} cannot be in a book; its place shows a link.',
    remedy: 'Open the post on its site to play it.',
  },
  'outline-offsets-refused': {
    severity: 'note',
    message:
      'The traces that headings keep of the text they were pasted from do not fit together ({reason}); their levels stay as given.',
    remedy: 'Nothing need be done.',
  },
  'faq-only-in-schema': {
    severity: 'note',
    message: 'The structured data of the post asks "{question}", which its text does not show; it is not in the book.',
    remedy: 'Write it in the post, or take it out of the structured data.',
  },
  'hint-unused': {
    severity: 'warning',
    message: 'The hint {hint} was not used: {reason}.',
    remedy: 'Correct it or take it out.',
  },
  'link-target-missing': {
    severity: 'warning',
    message: 'A link to #{id} leads nowhere in the post; its text stays.',
    remedy: 'Mend the link in the post.',
  },
  'formula-unreadable': {
    severity: 'warning',
    message: 'The formula {tex} cannot be read as TeX; it stays as it was.',
    remedy: 'Mend it in the post, or open the post on its site to see it.',
  },
  'shortcode-unknown': {
    severity: 'warning',
    message: 'The text holds what looks like a shortcode that the site did not render: [{name} …].',
    remedy: 'Activate its plugin or take it out of the post; it stands in the book as text.',
  },
  removed: { severity: 'loss', message: '{what} removed', remedy: '' },
  unwrapped: { severity: 'loss', message: '{what} unwrapped, its content kept', remedy: '' },
  replaced: { severity: 'loss', message: '{what} replaced by {by}', remedy: '' },
  repaired: { severity: 'loss', message: '{what} repaired: {how}', remedy: '' },
} as const satisfies Record<string, SpokenRow>
