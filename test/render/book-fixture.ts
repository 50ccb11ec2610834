// A book of seven chapters to render: lists, a table, code, a quotation, links and five questions.

import type { Book, Chapter, Faq, FaqEntry, Section, Title, Xhtml } from '../../src/model.js'

export function xhtml(text: string): Xhtml {
  return text as Xhtml
}

export function title(text: string): Title {
  return { text, xhtml: xhtml(text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')) }
}

export function section(id: string, heading: string, level: number, body: string, sections: Section[] = []): Section {
  return { kind: 'section', id, title: title(heading), level, body: xhtml(body), sections }
}

export function chapter(content: Section | Faq, language = 'en'): Chapter {
  return { kind: 'chapter', id: `c-${content.id}`, language, direction: language === 'ar' ? 'rtl' : 'ltr', content }
}

function entry(id: string, question: string, answer: string): FaqEntry {
  return { id, question: title(question), answer: xhtml(answer) }
}

const why = section(
  'why-bread-sours',
  'Why Bread Sours, and Why You Want It To',
  1,
  `<p>Leave flour and water on a warm shelf and within a week the bowl is alive. Nothing was added. The yeasts were on the grain, the bacteria were on your hands and in the air, and what you did was wait.</p>
<p>A sour dough is a treaty between the two. The yeast raises the loaf; the bacteria make it keep, and give it the taste that no packet can.</p>
<p>When the treaty holds:</p>
<ul><li>the dough doubles in the time you expect</li><li>the crumb is open and a little moist</li><li>the crust sings, quietly, for a minute or two after the loaf has left the oven and stands on the rack</li></ul>
<p>This is why bakers speak of <strong>feeding</strong> a starter, and why they speak of it <em>by name</em>. See <a href="#day-three">the third day</a> and the <a href="#faq">questions at the end</a>.</p>`,
)

const starter = section(
  'a-starter-in-a-week',
  'A Starter in a Week',
  1,
  '<p>You need a jar, a spoon and a kitchen that is not too cold.</p>',
  [
    section(
      'day-one',
      'Day one',
      2,
      '<ul><li>50 g of whole rye flour</li><li>50 g of water at 28 °C</li><li>A lid that is not screwed tight</li></ul>',
    ),
    section(
      'day-three',
      'Day three',
      2,
      '<p>It smells of green apples, or of nothing. Both are fine. Throw half away and feed what is left.</p><p>Do not be tempted to add sugar: it feeds the yeast alone.</p>',
    ),
    section('day-seven', 'Day seven', 2, '<p>A spoonful floats in water.</p>', [
      section('floats', 'If it floats', 3, '<p>Bake.</p>'),
      section(
        'sinks',
        'If it sinks',
        3,
        '<p>Wait two days more and feed it <a href="https://example.org/feeding?times=2&amp;a=b">twice a day</a>.</p>',
      ),
    ]),
  ],
)

const flour = section(
  'flour',
  'Flour',
  1,
  `<p>Strength is protein, more or less.</p>
<table><caption>Four flours and how they drink</caption><thead><tr><th scope="col">Flour</th><th scope="col">Protein</th><th scope="col">Water for 100 g</th><th scope="col">Good for</th></tr></thead><tbody><tr><th scope="row">Spring wheat</th><td>13.5 %</td><td>70 g</td><td>Tall loaves</td></tr><tr><th scope="row">Whole rye</th><td>9.1 %</td><td>85 g</td><td>Starters, dense loaves that keep for a fortnight</td></tr><tr><th scope="row">Spelt</th><td>11.0 %</td><td>62 g</td><td>Rolls</td></tr><tr><th scope="row">Emmer</th><td>12.2 %</td><td>60 g</td><td>Flat breads</td></tr></tbody></table>
<p>Measure by weight. A cup of rye may weigh anything between 90 and 130 grams, and the dough will tell you which it was when it is too late.</p>`,
)

const day = section('a-baking-day', 'A Baking Day', 1, '<p>Work backwards from breakfast.</p>', [
  section(
    'evening',
    'The evening before',
    2,
    '<ol><li>Feed the starter at six.</li><li>Mix flour and water at nine and let them stand for half an hour, without salt.</li><li>Add the starter, then the salt.</li><li>Fold four times in two hours:<ul><li>wet hands</li><li>a light touch</li></ul></li></ol>',
  ),
  section(
    'night',
    'The night',
    2,
    '<p>The dough goes into the cold. Nine hours at 5 °C do for the taste what no spice can.</p><blockquote><p>Time is the one thing in a loaf that cannot be bought, and the one that everybody tastes.</p></blockquote><p>So said the miller at Ekeby, who sold flour and was in no hurry.</p>',
  ),
  section(
    'morning',
    'The morning',
    2,
    '<p>Heat the pot with the oven. Score the loaf once, deep, at a slant.</p><p>A schedule for those who like one:</p><pre><code>18:00  feed\n21:00  mix\n23:00  cold\n08:00  oven at 250 °C, pot inside\n08:45  bake covered 25 min, then open for 20 min until the crust is the colour of a chestnut</code></pre>',
  ),
])

const faults = section('faults', 'When It Goes Wrong', 1, '<p>Most loaves that fail were hurried.</p>', [
  section(
    'flat',
    'A flat loaf',
    2,
    '<ul><li>Too warm, too long</li><li>Too much water for the flour</li><li>A starter that was hungry</li></ul>',
  ),
  section(
    'gummy',
    'A gummy crumb',
    2,
    '<p>Cut too early, or baked too briefly. Rye wants a full day before the knife; wheat wants two hours and gets ten minutes.</p>',
  ),
  section(
    'pale',
    'A pale crust',
    2,
    '<p>The oven was not hot enough, or the dough had eaten all its sugar in the night. A shorter night mends the second; patience mends the first.</p>',
  ),
])

const keeping = section(
  'keeping',
  'Keeping It',
  1,
  '<p>In a bread box, cut side down. In the freezer, sliced. Never in the refrigerator, where it goes stale six times as fast as on the table.</p><p>A starter sleeps in the cold for a month. Dried on paper and crumbled, it sleeps for years; people have posted it across oceans in an envelope and baked with it on the other side.</p><hr/><p>What is left over becomes crumbs, dumplings, <i lang="it">panzanella</i> or the next loaf.</p>',
)

const faq: Faq = {
  kind: 'faq',
  id: 'faq',
  title: title('Frequently Asked Questions'),
  level: 1,
  intro: xhtml(''),
  closing: xhtml(''),
  entries: [
    entry(
      'can-i-use-tap-water',
      'Can I use water from the tap?',
      '<p>Yes. Where it smells of chlorine, let it stand in an open jug overnight.</p>',
    ),
    entry(
      'why-rye',
      'Why does everyone begin with rye?',
      '<p>It brings more of its own yeasts and minerals than white flour does. After two weeks you can feed the starter whatever you bake with.</p>',
    ),
    entry(
      'hooch',
      'There is grey liquid on top. Is it dead?',
      '<p>It is hungry. Pour the liquid off or stir it in, then feed.</p><ul><li>Stirred in: more sour</li><li>Poured off: milder</li></ul>',
    ),
    entry(
      'no-pot',
      'What if I have no iron pot?',
      '<p>A tray, a bowl of boiling water on the oven’s floor, and a quick hand at the door.</p>',
    ),
    entry(
      'gluten',
      'Is sourdough safe for people with coeliac disease?',
      '<p>No. Long fermentation breaks down some of the gluten and leaves enough to do harm. See <a href="#flour">Flour</a>.</p>',
    ),
  ],
}

export const article: Book = {
  metadata: {
    identifier: 'urn:uuid:8f14e45f-ceea-567f-a1d2-0b5a3c3a9b11',
    title: title('Sour Bread – What It Is and How to Bring It About in a Cold Kitchen'),
    authors: [{ name: 'Maja Ekström' }, { name: 'Tom O’Hara' }],
    site: { name: 'The Slow Oven', url: 'https://slow-oven.example/' },
    language: 'en',
    direction: 'ltr',
    published: '2026-01-25T10:54:00+01:00',
    modified: '2026-03-02T09:54:00Z',
    source: 'https://slow-oven.example/en/sour-bread/',
    description: 'Flour, water and waiting & what comes of it.',
    subjects: ['Bread', 'Fermentation'],
    slug: 'sour-bread',
  },
  frontMatter: [{ kind: 'title-page' }, { kind: 'contents' }],
  body: [why, starter, flour, day, faults, keeping, faq].map((content) => chapter(content)),
  parts: [],
  backMatter: [{ kind: 'colophon' }],
  notes: [],
  pictures: [],
  assets: [],
}

const source = {
  url: 'https://slow-oven.example/en/post/',
  authors: [{ name: 'Maja Ekström' }],
  published: '2025-11-05T08:00:00+01:00',
}

/** The same chapters as posts of their own, one of them Swedish. */
export const collection: Book = {
  ...article,
  metadata: { ...article.metadata, title: title('A Year of Bread') },
  body: article.body.flatMap((item, index) =>
    item.kind === 'chapter'
      ? [{ ...item, language: index === 2 ? 'sv' : 'en', source: { ...source, url: `${source.url}${index}/` } }]
      : [],
  ),
}
