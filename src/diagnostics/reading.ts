// What is said of inputs that are files, exports, feeds and pages.

import type { ErrorRow, SpokenRow } from './rows.js'

export const readingErrors = {
  'input-unreadable': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} cannot be read ({reason}).',
    remedy: 'Check the path and its permissions.',
  },
  'input-empty': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} is empty.',
    remedy: 'Save or download it again.',
  },
  'input-too-large': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} is {size} MB; the limit is {limit} MB.',
    remedy: 'Split it, or raise the limit with --max-input.',
  },
  'input-is-html': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} is an HTML page{title}, not the JSON of the REST API.',
    remedy:
      'Open /wp-json/wp/v2/posts/ID of the site in a browser and save what it shows; a login or a firewall may stand before it.',
  },
  'input-unknown': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} looks like {kind}; Offprint reads {expected}.',
    remedy: '{remedy}',
  },
  'list-endless': {
    severity: 'error',
    cause: 'input',
    message: 'The list {input} names itself, or lists of lists more than {limit} deep.',
    remedy: 'Take that line out.',
  },
  'page-without-text': {
    severity: 'error',
    cause: 'input',
    message: 'The page {input} holds no text that could be told from what stands around it.',
    remedy: 'Save the page of one post, when its text shows; scripts of a page are not run here.',
  },
  'json-truncated': {
    severity: 'error',
    cause: 'input',
    message: 'The JSON of {input} ends in the middle, after {count|# character|# characters}.',
    remedy: 'Download it again, whole.',
  },
  'json-invalid': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} holds no JSON that can be read ({reason}).',
    remedy: 'Save the response of /wp-json/wp/v2/posts/ID and try again.',
  },
  'rest-error': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} is an error message of the site: {code}, "{text}".',
    remedy: 'Ask the site for a post that is public, or log in before you save the response.',
  },
  'post-invalid': {
    severity: 'error',
    cause: 'input',
    message: 'Post {post} of {input} is not a WordPress post: {problems}.',
    remedy: 'Save the response of /wp-json/wp/v2/posts/ID, without _fields, and try again.',
  },
  'post-protected': {
    severity: 'error',
    cause: 'input',
    message: 'Post {post} is protected by a password; the site gave no content.',
    remedy: 'Request it with ?password=… or publish it.',
  },
  'post-excerpt-only': {
    severity: 'error',
    cause: 'input',
    message: 'Post {post} has an excerpt and no content.',
    remedy: 'Save the response without _fields, so that it holds content.rendered.',
  },
  'post-empty': {
    severity: 'error',
    cause: 'input',
    message: 'Post {post} has no content.',
    remedy: 'A page builder may keep its text elsewhere: check content.rendered in the response.',
  },
  'none-selected': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} holds no post that was asked for{which}.',
    remedy: 'Widen what --type, --status, --category, --after and their like ask for.',
  },
  'no-posts': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} is an empty list of posts.',
    remedy: 'Check the filter of the request that it was saved from.',
  },
} as const satisfies Record<string, ErrorRow>

export const readingSpoken = {
  'json-noise': {
    severity: 'warning',
    message:
      '{count|# character|# characters} of foreign text {where} the JSON {count|was|were} passed over: "{excerpt}".',
    remedy: 'A plugin or a PHP notice of the site adds them; look into its settings.',
  },
  'encoding-invalid': {
    severity: 'warning',
    message: '{count|# place of the input is|# places of the input are} not valid {encoding}; each shows as \u{FFFD}.',
    remedy: 'Save it again as UTF-8.',
  },
  'encoding-misdeclared': {
    severity: 'warning',
    message: '{input} says that it is {declared}, but its bytes are not; it was read as {encoding}.',
    remedy: 'Nothing need be done if letters with accents are right in the book.',
  },
  'post-left-out': {
    severity: 'warning',
    message: '{fact}; it is not in the book.',
    remedy: '{remedy}',
  },
  'xml-malformed': {
    severity: 'warning',
    message: '{input} is not well-formed XML: {problem} (found: {count}, first in line {line}).',
    remedy: 'What can be read was read; look at that place, or export it again.',
  },
  'xml-truncated': {
    severity: 'warning',
    message: '{input} ends too soon, in line {line}; {last}.',
    remedy: 'Export or download it again, whole.',
  },
  'entries-left-out': {
    severity: 'note',
    message: 'Of the entries of {input}, {count|# was|# were} not taken: {which}.',
    remedy: 'Name them with --type and --status to have them.',
  },
  'attachment-missing': {
    severity: 'warning',
    message: 'The {what} of the post shows file {id} of the media library, which the export does not hold.',
    remedy: 'Export all content, not posts alone.',
  },
  'block-missing': {
    severity: 'warning',
    message: 'The reusable block {ref} is not in the book: {reason}.',
    remedy: 'Export all content, or put the text of the block into the post.',
  },
  'feed-excerpts': {
    severity: 'warning',
    message: 'The feed {input} gives only the beginnings of posts (posts: {count}, the first: "{first}").',
    remedy: 'Set the feed of the site to full text, or take the posts from its REST API or an export.',
  },
  'page-read': {
    severity: 'warning',
    message: 'The page {page} was read as it shows, its text found {how}; not known: {lost}.',
    remedy: 'Save what /wp-json/wp/v2/posts/ID?_embed answers to have all of it.',
  },
  'post-repeated': {
    severity: 'note',
    message: 'The post {post} is in the input more than once; the book has it once.',
    remedy: 'Nothing need be done.',
  },
} as const satisfies Record<string, SpokenRow>
