// Questions and answers.

export const rows: Readonly<Record<string, readonly string[]>> = {
  '3d Yoast: schema-faq, -section, -question, -answer': ['faq-yoast', 'faq-several-in-a-section'],
  '3d Yoast, the broken copy without a wrapper': ['faq-yoast-torn'],
  '3d Rank Math: rank-math-list as div, ul and ol; rank-math-faq-item as it is saved': ['faq-rank-math'],
  '3d AIOSEO: aioseo-faq-block-question, -answer': ['faq-aioseo'],
  '3d SEOPress v1 and v2': ['faq-seopress'],
  '3d Ultimate FAQ: ewd-ufaq-faq-title-text, -faq-body': ['faq-ultimate-faq'],
  '3d Kadence: kt-blocks-accordion-title, kt-accordion-panel': ['faq-kadence'],
  '3d Spectra: uagb-question, uagb-faq-content': ['faq-spectra'],
  '3d Stackable: details.stk-block-accordion': ['faq-stackable'],
  '3d Elementor: accordion, toggle, e-n-accordion-item': ['faq-elementor'],
  '3d Divi: et_pb_toggle': ['faq-divi'],
  '3d WPBakery: vc_tta-panel, vc_toggle': ['faq-wpbakery'],
  '3d core details and accordion that ask': ['faq-core-details', 'faq-core-accordion'],
  '3d description list whose terms ask': ['faq-description-list'],
  '3d questions in bold paragraphs': ['faq-bold-paragraphs'],
  '3d plain headings, also in h2 > strong': ['faq-by-headings', 'faq-numbered-statements', 'faq-yoast'],
  '3d JSON-LD confirms and completes': ['faq-in-schema-confirms', 'faq-in-schema-completes'],
  '3d FAQ words that make no FAQ': ['faq-word-alone-is-none', 'faq-traps-stay-articles'],
  '3d FAQ in a quotation, a list, a table': ['faq-nested-is-text'],
  '3d FAQ switched off': ['faq-off-on-demand', 'faq-off-plugins-plain'],
}
