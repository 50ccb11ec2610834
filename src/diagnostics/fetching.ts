// What is said of sites, and of all that is fetched.

import type { ErrorRow, SpokenRow } from './rows.js'

export const fetchingErrors = {
  'address-refused': {
    severity: 'error',
    cause: 'input',
    message: 'The address {address} is refused: {reason}.',
    remedy:
      'Only public addresses of the web are fetched; --allow-private-network lets those of your own network through.',
  },
  'fetch-failed': {
    severity: 'error',
    cause: 'input',
    message: 'The address {address} could not be fetched ({reason}).',
    remedy: 'Open it in a browser; if it is there, try again later.',
  },
  'fetch-too-large': {
    severity: 'error',
    cause: 'input',
    message: 'What the address {address} sends is larger than {limit} MB.',
    remedy: 'Put a smaller file in its place.',
  },
  'fetch-timeout': {
    severity: 'error',
    cause: 'input',
    message: 'The address {address} did not send all of its content within {seconds|# second|# seconds}.',
    remedy: 'Try again later, or over a quicker connection.',
  },
  'fetch-offline': {
    severity: 'error',
    cause: 'input',
    message: 'The address {address} is not in the cache, and --offline allows no other source.',
    remedy: 'Run once without --offline.',
  },
  'site-unreadable': {
    severity: 'error',
    cause: 'input',
    message: 'Nothing of {site} could be read: {reasons}.',
    remedy:
      'Ask its owner to open the REST API or the feed to visitors, or save /wp-json/wp/v2/posts from a browser and name that file.',
  },
  'post-not-found': {
    severity: 'error',
    cause: 'input',
    message: 'No post was found at {address} ({reason}).',
    remedy: 'Open the address in a browser; a draft needs OFFPRINT_USER and OFFPRINT_APP_PASSWORD.',
  },
  'term-unknown': {
    severity: 'error',
    cause: 'input',
    message: 'The site {site} has no {kind} "{name}"{near}.',
    remedy: 'Name it as the address of its archive does.',
  },
  'term-unlisted': {
    severity: 'error',
    cause: 'input',
    message: 'The site {site} does not say which {kind} "{name}" is ({reason}).',
    remedy: 'Give its number in place of its name.',
  },
  'type-unknown': {
    severity: 'error',
    cause: 'input',
    message: 'The site {site} has no type of post "{type}"; it has {types}.',
    remedy: 'Name one of them with --type.',
  },
  'login-needed': {
    severity: 'error',
    cause: 'input',
    message: 'The site {site} shows posts that are {status} only to its own users.',
    remedy: 'Make an application password in your profile there; set OFFPRINT_USER and OFFPRINT_APP_PASSWORD.',
  },
  'credentials-refused': {
    severity: 'error',
    cause: 'input',
    message: 'The site did not accept the user name and the application password ({reason}).',
    remedy: 'Make a new application password in your profile there, and set OFFPRINT_APP_PASSWORD to it.',
  },
} as const satisfies Record<string, ErrorRow>

export const fetchingSpoken = {
  'cache-unwritable': {
    severity: 'note',
    message: 'The cache folder {path} cannot be written ({reason}); the next run fetches everything again.',
    remedy: 'Check the folder and the space on the disk, or name another one with --cache-dir.',
  },
  'posts-unlisted': {
    severity: 'warning',
    message: 'The site {site} did not list {count} of its posts: {reason}.',
    remedy: 'Run again; what is there already is not fetched anew.',
  },
  'post-without-embedded': {
    severity: 'warning',
    message: 'The site gave the post {post} only without its author, terms and featured picture.',
    remedy: 'Say the author with --author.',
  },
  'post-teaser': {
    severity: 'warning',
    message: 'The post {post} seems to end where its members read on ({mark}).',
    remedy: 'Log in with OFFPRINT_USER and OFFPRINT_APP_PASSWORD, or ask the site for the whole text.',
  },
  'api-elsewhere': {
    severity: 'warning',
    message: 'The page {page} names {root} as its REST API, which is another site; it was not asked.',
    remedy: 'Name an address of that site as the input if you trust it.',
  },
  'api-closed': {
    severity: 'warning',
    message: 'The REST API of {site} could not be read ({reason}); {source} was read in its place, without {lacks}.',
    remedy: 'Ask the owner of the site to open the REST API to visitors.',
  },
  'credentials-withheld': {
    severity: 'warning',
    message: 'The application password was not sent to {site}: {reason}.',
    remedy: 'Name the site by the https address that its pages have; OFFPRINT_SITE says whose password it is.',
  },
  'site-read': {
    severity: 'note',
    message:
      'Of {count|# post|# posts} of {site}, {fetched|# was|# were} fetched and {kept} had not changed since the last run.',
    remedy: 'Fetch all of them anew with --refresh.',
  },
} as const satisfies Record<string, SpokenRow>
