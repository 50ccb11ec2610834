import type { Book, Introduction } from '../../src/model.js'
import { article, chapter, section, title, xhtml } from './book-fixture.js'

const introduction: Introduction = {
  kind: 'introduction',
  id: 'introduction',
  language: 'fr',
  direction: 'ltr',
  body: xhtml('<p>Du pain.</p>'),
}

export const withIntroduction: Book = {
  ...article,
  metadata: { ...article.metadata, language: 'fr', title: title('Le pain') },
  body: [introduction, chapter(section('contents', 'Levain', 1, '<p id="colophon">De l’eau.</p>'), 'fr')],
}

export const rightToLeft: Book = {
  ...article,
  metadata: { ...article.metadata, language: 'ar', direction: 'rtl', title: title('الخبز') },
  body: [
    chapter(section('s', 'الخميرة', 1, '<p>ماء ودقيق.</p><ul><li>ماء</li><li>دقيق</li></ul>'), 'ar'),
    chapter(section('t', 'الفرن', 1, '<p>نار.</p>'), 'ar'),
  ],
}

const nasty = '{{7}} <%= 7*191 %> "]]> </style>'

/** Text that templates, CSS and XML might take for their own. */
export const hostile: Book = {
  ...article,
  metadata: {
    ...article.metadata,
    title: title(`${nasty} & 'q' \\ \` = {{{7}}}`),
    authors: [{ name: nasty }, { name: '" onload="x' }],
    site: { name: `{{> section}} ${nasty}`, url: 'https://a.example/' },
    description: `${nasty} <!-- -- -->`,
    subjects: [nasty, '&amp;'],
    source: 'javascript:alert(1)',
  },
  body: [
    chapter(section('s', nasty, 1, '<p>{{7}} &lt;%= 7*191 %&gt;</p>')),
    chapter(section('t', '</title>', 1, '<p>x</p>')),
  ],
}
