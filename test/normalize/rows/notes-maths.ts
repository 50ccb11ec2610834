// Notes and formulas: which cases hold each row of markup.

export const rows: Readonly<Record<string, readonly string[]>> = {
  '3a footnotes: sup.fn[data-fn], ol.wp-block-footnotes': ['notes-core-listed', 'notes-in-faq-and-notes'],
  '3a footnotes: meta.footnotes where the list is missing': ['notes-core-from-metadata'],
  '3a math.wp-block-math, semantics, annotation': ['math-kept'],
  '3b anchors of Word, LibreOffice, Google': ['notes-word-processors-anchored'],
  '3f KaTeX: katex-mathml, katex-html, katex-display': ['math-katex-reduced'],
  '3f KaTeX without MathML in it': ['math-katex-reduced'],
  '3f wp-katex: katex-eq[data-katex-display]': ['math-tex-converted'],
  '3f MathJax: mjx-container, MathJax_Preview, script[type="math/tex"]': ['math-mathjax-reduced'],
  '3f img.latex, latex.php?latex=': ['math-tex-converted'],
  '3f $latex …$, \\( \\), \\[ \\], $$ $$': ['math-tex-converted', 'math-tex-prose-stays'],
  '3f Modern Footnotes': ['notes-modern-inline'],
  '3f Easy Footnotes': ['notes-easy-listed'],
  '3f [1] with a list': ['notes-by-hand-linked', 'notes-by-hand-unlinked', 'notes-by-hand-paragraphs'],
  '3f [1] without a list': ['notes-brackets-without-list-stay', 'brackets-stay'],
}
