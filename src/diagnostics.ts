// Every warning, error and loss that Offprint can speak of: code, severity, words, remedy. No text of this kind
// stands anywhere else. The codes are part of the public interface: they are added to, never renamed.

/** Exit codes, by cause. Never renumbered. */
export const exitCodes = {
  ok: 0,
  bug: 1,
  usage: 2,
  input: 3,
  strict: 4,
  check: 5,
  environment: 6,
  interrupted: 130,
} as const

export type ExitCause = keyof typeof exitCodes

interface ErrorRow {
  readonly severity: 'error'
  readonly cause: ExitCause
  readonly message: string
  readonly remedy: string
}

interface SpokenRow {
  /** A warning fails a strict build; a note never does; a loss is counted, and names in `message` what stands there now. */
  readonly severity: 'warning' | 'note' | 'loss'
  readonly message: string
  readonly remedy: string
}

const errors = {
  'usage-invalid': {
    severity: 'error',
    cause: 'usage',
    message: '{problem}',
    remedy: 'Run "offprint --help" for the options.',
  },
  'config-unreadable': {
    severity: 'error',
    cause: 'usage',
    message: 'The configuration {path} cannot be read ({reason}).',
    remedy: 'Mend it, or name another one with --config.',
  },
  'config-exists': {
    severity: 'error',
    cause: 'usage',
    message: 'The file {path} is there already.',
    remedy: 'Say --force to replace it.',
  },
  'config-invalid': {
    severity: 'error',
    cause: 'usage',
    message: 'The configuration {path} does not fit: {problems}.',
    remedy: 'Its keys are named as the options are: run "offprint --help".',
  },
  'input-unreadable': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} cannot be read ({reason}).',
    remedy: 'Check the path and its permissions.',
  },
  'css-unreadable': {
    severity: 'error',
    cause: 'input',
    message: 'The style sheet {path} cannot be read ({reason}).',
    remedy: 'Check the path that --css names, and its permissions.',
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
  'media-unreadable': {
    severity: 'error',
    cause: 'input',
    message: 'The folder of media {path} cannot be read ({reason}).',
    remedy: 'Check the path that --media names, and its permissions.',
  },
  'cover-unreadable': {
    severity: 'error',
    cause: 'input',
    message: 'The cover {cover} cannot be read ({reason}).',
    remedy: 'Name a JPEG, PNG, WebP or another picture with --cover, or none for a cover that is made.',
  },
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
  'output-unwritable': {
    severity: 'error',
    cause: 'environment',
    message: 'The file {path} cannot be written ({reason}).',
    remedy: 'Check the folder, its permissions and the space on the disk.',
  },
  'epub-check-failed': {
    severity: 'error',
    cause: 'check',
    message: 'The EPUB failed its check with {count|# error|# errors}, the first: {first}.',
    remedy: 'Nothing was written. This is a fault of Offprint: please report it with the post.',
  },
  'check-pdf-unsupported': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} is a PDF; only EPUBs can be checked.',
    remedy: 'Name an EPUB; veraPDF checks PDFs.',
  },
  'check-input-too-large': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} is {size} MB; the limit is {limit} MB.',
    remedy: 'Raise the limit with --max-input if the file is to be trusted.',
  },
  'browser-not-found': {
    severity: 'error',
    cause: 'environment',
    message: 'No browser was found to print the PDF with ({tried}).',
    remedy: 'Install Chrome or Chromium, or name one with --browser PATH; an EPUB alone (-f epub) needs none.',
  },
  'browser-failed': {
    severity: 'error',
    cause: 'environment',
    message: 'The browser {browser} did not start ({reason}).',
    remedy: 'Try another one with --browser PATH; where no sandbox is possible, add --no-sandbox.',
  },
  'print-failed': {
    severity: 'error',
    cause: 'environment',
    message: 'The browser could not print the book ({reason}).',
    remedy: 'Run again with --verbose, and try another browser with --browser PATH.',
  },
  'print-timeout': {
    severity: 'error',
    cause: 'environment',
    message: 'The browser did not print the book within {seconds|# second|# seconds}, nor did a second one.',
    remedy: 'Give it more time with --timeout, or divide the book.',
  },
  'pages-too-many': {
    severity: 'error',
    cause: 'input',
    message: 'The PDF would have more than {limit|# page|# pages}.',
    remedy: 'Raise the limit with --max-pages, or make several books of it.',
  },
  'strict-warnings': {
    severity: 'error',
    cause: 'strict',
    message: 'There {count|is # warning|are # warnings}, and --strict allows none.',
    remedy: 'Mend what they name, or build without --strict.',
  },
  interrupted: {
    severity: 'error',
    cause: 'interrupted',
    message: 'The run was interrupted.',
    remedy: 'Run it again; no file is half written.',
  },
  bug: {
    severity: 'error',
    cause: 'bug',
    message: 'Something went wrong that Offprint did not foresee ({reason}).',
    remedy: 'This is a bug: please report it with the post and what --debug shows.',
  },
} as const satisfies Record<string, ErrorRow>

const spoken = {
  'json-noise': {
    severity: 'warning',
    message: '{count|# character|# characters} of foreign text {where} the JSON {count|was|were} passed over: "{excerpt}".',
    remedy: 'A plugin or a PHP notice of the site adds them; look into its settings.',
  },
  'encoding-invalid': {
    severity: 'warning',
    message: '{count|# place of the input is|# places of the input are} not valid {encoding}; each shows as \u{FFFD}.',
    remedy: 'Save it again as UTF-8.',
  },
  'post-left-out': {
    severity: 'warning',
    message: '{fact}; it is not in the book.',
    remedy: '{remedy}',
  },
  'encoding-misdeclared': {
    severity: 'warning',
    message: '{input} says that it is {declared}, but its bytes are not; it was read as {encoding}.',
    remedy: 'Nothing need be done if letters with accents are right in the book.',
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
  'lock-unreadable': {
    severity: 'warning',
    message: 'The record of the last edition, {path}, cannot be read ({reason}); a new one was written.',
    remedy: 'What has changed is told again from the next edition on.',
  },
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
    message: 'Of {count|# post|# posts} of {site}, {fetched|# was|# were} fetched and {kept} had not changed since the last run.',
    remedy: 'Fetch all of them anew with --refresh.',
  },
  'theme-color-darkened': {
    severity: 'warning',
    message: 'The colour {color} is too light to be read on white paper; {darker} was taken.',
    remedy: 'Choose a colour whose contrast to white is 4.5 to 1 at least.',
  },
  'measure-short': {
    severity: 'warning',
    message: 'A line holds {count} characters on this page; 45 are the fewest that read well.',
    remedy: 'Choose a larger page with --page-size, or another edition or theme.',
  },
  'lines-overfull': {
    severity: 'warning',
    message: '{count|# line of the PDF leaves|# lines of the PDF leave} the type area and may be cut off ({where} of the file).',
    remedy: 'Choose a larger page with --page-size, or shorten in the post what cannot be broken there.',
  },
  'print-shrunk': {
    severity: 'warning',
    message:
      'Something in the book is wider than its page, so that the browser printed all of it at {percent} % of its size.',
    remedy: 'Choose a larger page with --page-size, or look in the post and in --css for what cannot be broken.',
  },
  'shop-links-shortened': {
    severity: 'note',
    message: 'The PDF prints {count|# link to a shop|# links to shops} with the name of the site alone.',
    remedy: 'Print the whole addresses with --shop-links keep.',
  },
  'shop-links-dropped': {
    severity: 'note',
    message: 'The PDF prints {count|# link to a shop|# links to shops} without any address.',
    remedy: 'Keep the links with --shop-links keep or short.',
  },
  'booklet-not-accessible': {
    severity: 'note',
    message: 'The booklet holds drawings of pages, without tags, outline and links.',
    remedy: 'Give readers of screens the PDF that is made beside it.',
  },
  'fit-impossible': {
    severity: 'warning',
    message: 'At the smallest type that reads well, {size} point, the PDF has {pages} pages and not {wanted}.',
    remedy: 'Choose a larger page with --page-size, or make two handouts of the post.',
  },
  'picture-left-out': {
    severity: 'warning',
    message: 'The picture {address} is not in the book ({reason}); {instead}.',
    remedy: 'Put its file into a folder and name that with --media.',
  },
  'picture-heavy': {
    severity: 'warning',
    message:
      'The picture {address} has {size} MB in the EPUB, however it is packed; some e-readers refuse more than {limit} MB.',
    remedy: 'Put a smaller one in its place, or a still picture in place of an animation.',
  },
  'document-heavy': {
    severity: 'warning',
    message: 'The pictures of {path} in the EPUB have {size} MB together; some e-readers refuse more than {limit} MB.',
    remedy: 'Divide the post by headings, or put smaller pictures into it.',
  },
  'cover-glyphs-missing': {
    severity: 'warning',
    message: 'No font that is installed has {characters}; the cover leaves out the words that need it.',
    remedy: '{remedy}.',
  },
  'cover-title-shortened': {
    severity: 'warning',
    message: 'The title is too long for the cover, which shows its beginning; the book has it whole.',
    remedy: 'Name a shorter one with --title, or a cover of your own with --cover.',
  },
  'cover-picture-small': {
    severity: 'note',
    message: 'The picture of the post has {width} × {height} pixels, too few for a cover; it is made without it.',
    remedy: 'Give the post a picture of 1600 pixels or more, or name a cover of your own with --cover.',
  },
  'image-alt-missing': {
    severity: 'warning',
    message: '{count|# picture has|# pictures have} no alternative text, so that who cannot see {count|it|them} is told nothing.',
    remedy: 'Write it in the media library of the site, or an empty one where the picture only adorns.',
  },
  'table-wide': {
    severity: 'note',
    message: 'A table has {columns} columns, too many for a small screen, which shows it {shown}.',
    remedy: 'Nothing need be done; a table of 4 columns or fewer reads better.',
  },
  'media-replaced': {
    severity: 'warning',
    message: 'The {what} {address} cannot be in a book; its place shows a link.',
    remedy: 'Open the post on its site to play it.',
  },
  'outline-offsets-refused': {
    severity: 'note',
    message: 'The traces that headings keep of the text they were pasted from do not fit together ({reason}); their levels stay as given.',
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
  'language-contradicted': {
    severity: 'warning',
    message: 'The post says that its language is {declared}, but its script runs the other way; {language} was taken.',
    remedy: 'Say the language with --lang, or mend the setting of the site.',
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
  'sandbox-off': {
    severity: 'note',
    message: 'The browser runs without its sandbox ({why}).',
    remedy: 'Run as another user than root, and without --no-sandbox, to have it.',
  },
  'glyphs-missing': {
    severity: 'warning',
    message: 'The fonts of the PDF lack {count|# character|# characters} of the text ({examples}).',
    remedy: 'Run "npm install {packages}" in your project and build again; the EPUB shows them as it is.',
  },
  'glyphs-unknown': {
    severity: 'warning',
    message: 'The fonts of the PDF lack {count|# character|# characters} of the text ({examples}), and no package is known for {count|it|them}.',
    remedy: 'Read these parts in the EPUB, where the reader brings fonts of its own.',
  },
  'pdf-ua-not-claimed': {
    severity: 'warning',
    message: 'The PDF does not claim to be accessible (PDF/UA-1): its own check found {count|# fault|# faults} ({first}).',
    remedy: 'Mend what it names in the post; the PDF itself can be read as it is.',
  },
  'pdf-a-not-claimed': {
    severity: 'warning',
    message: 'The PDF is not PDF/A-2b, which --pdf-a asks for: {reason}.',
    remedy: 'Mend what it names in the post, or build without --pdf-a.',
  },
  'glyphs-borrowed': {
    severity: 'note',
    message: '{count|# character|# characters} of the PDF ({examples}) {count|is|are} not in its own fonts and {count|stands|stand} in a font of this machine.',
    remedy: 'Another machine may print them otherwise, or not at all.',
  },
  'print-repeated': {
    severity: 'note',
    message: 'The browser had to be replaced while it printed ({reason}); the book was printed again.',
    remedy: 'If it happens often, give the machine more memory, or print fewer parts at a time with --concurrency.',
  },
  'page-numbers-unsettled': {
    severity: 'warning',
    message: 'The page numbers in the text of the PDF did not settle in {prints} prints; some may be wrong or missing.',
    remedy: 'Print on another page size, or with fewer levels of contents.',
  },
  'page-list-incomplete': {
    severity: 'warning',
    message:
      'The {count|beginning of # page|beginnings of # pages} of the PDF ({pages}) {count|was|were} not found in the EPUB, whose page list lacks {count|it|them}.',
    remedy: 'Nothing need be done; compare the two there if people are to look up pages.',
  },
  'epub-check-warning': {
    severity: 'warning',
    message: 'The EPUB check says {id}: {text}.',
    remedy: 'The book was written; please report it with the post.',
  },
  removed: { severity: 'loss', message: '{what} removed', remedy: '' },
  unwrapped: { severity: 'loss', message: '{what} unwrapped, its content kept', remedy: '' },
  replaced: { severity: 'loss', message: '{what} replaced by {by}', remedy: '' },
  repaired: { severity: 'loss', message: '{what} repaired: {how}', remedy: '' },
} as const satisfies Record<string, SpokenRow>

export type ErrorCode = keyof typeof errors
export type SpokenCode = keyof typeof spoken

type Holes<S extends string> = S extends `${string}{${infer Hole}}${infer Rest}` ? Named<Hole> | Holes<Rest> : never
type Named<Hole extends string> = Hole extends `${infer Name}|${string}` ? Name : Hole
type Fill<Row extends { message: string; remedy: string }> = Readonly<
  Record<Holes<Row['message'] | Row['remedy']>, string | number>
>
export type ErrorDetails<C extends ErrorCode> = Fill<(typeof errors)[C]>
export type SpokenDetails<C extends SpokenCode> = Fill<(typeof spoken)[C]>

/** Where in a post something was found: a writer knows headings and words, not line numbers. */
export interface Place {
  /** The permalink, or the slug where there is none. */
  readonly post: string
  /** The nearest heading before it. */
  readonly heading?: string
  /** The first words of it. */
  readonly excerpt?: string
}

/** A warning or a note. */
export interface Diagnostic {
  readonly code: SpokenCode
  readonly severity: 'warning' | 'note'
  readonly message: string
  readonly remedy: string
  readonly place?: Place
}

/** A class of things that the book does not hold as the post held them. */
export interface Loss {
  readonly code: SpokenCode
  /** `attribute data-start`, `empty heading`, `element iframe` … */
  readonly what: string
  readonly message: string
  readonly count: number
  /** The first place it was found at. */
  readonly place?: Place
}

/** How every stage says what it has to say besides its value. */
export type ReportFn = <C extends SpokenCode>(code: C, details: SpokenDetails<C>, place?: Place) => void

/** The one error type of the library: a sentence of fact, a remedy, a stable code and an exit code by cause. */
export class OffprintError extends Error {
  override readonly name: string = 'OffprintError'
  readonly code: ErrorCode
  readonly remedy: string
  readonly exitCode: number
  /** The warnings and notes that had been reported before the failure, where the pipeline knows them. */
  diagnostics: readonly Diagnostic[] = []

  constructor(code: ErrorCode, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.remedy = remedy
    this.exitCode = exitCodes[errors[code].cause]
  }
}

/** Makes the error of a code. `cause` is the failure below it, if there was one. */
export function failure<C extends ErrorCode>(code: C, details: ErrorDetails<C>, cause?: unknown): OffprintError {
  const row = errors[code]
  return new OffprintError(code, fill(row.message, details), fill(row.remedy, details), cause)
}

/** Whatever was thrown, as an error with words: one that nobody foresaw is a bug. */
export function asFailure(thrown: unknown): OffprintError {
  if (thrown instanceof OffprintError) return thrown
  return failure('bug', { reason: thrown instanceof Error ? thrown.message : String(thrown) }, thrown)
}

/** Collects what the stages report; losses of one kind in one post are counted together. */
export interface Collector {
  readonly report: ReportFn
  readonly diagnostics: () => readonly Diagnostic[]
  readonly losses: () => readonly Loss[]
  /** Takes in what another collector holds. */
  readonly add: (other: Pick<Collector, 'diagnostics' | 'losses'>) => void
}

export function collect(): Collector {
  const diagnostics: Diagnostic[] = []
  const losses = new Map<string, Loss>()
  const lose = (loss: Loss) => {
    const key = `${loss.message}\n${loss.place?.post ?? ''}`
    const known = losses.get(key)
    losses.set(key, known ? { ...known, count: known.count + loss.count } : loss)
  }
  const report: ReportFn = (code, details, place) => {
    const row: SpokenRow = spoken[code]
    const message = fill(row.message, details)
    const where = place ? { place } : {}
    if (row.severity !== 'loss') {
      diagnostics.push({ code, severity: row.severity, message, remedy: fill(row.remedy, details), ...where })
      return
    }
    const what = String((details as Record<string, string | number>).what)
    lose({ code, what, message, count: 1, ...where })
  }
  return {
    report,
    diagnostics: () => diagnostics,
    losses: () => [...losses.values()],
    add: (other) => {
      diagnostics.push(...other.diagnostics())
      for (const loss of other.losses()) lose(loss)
    },
  }
}

/** `{name}`, or `{count|one|more}`, in which # is the number. */
function fill(text: string, details: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, hole: string, one?: string, more = '') => {
    const value = String(details[hole])
    return one === undefined ? value : (value === '1' ? one : more).replace('#', value)
  })
}
