// How blocks and plugins write questions and answers. The class names are theirs.

export interface Family {
  /** The name of the block or plugin. */
  readonly source: string
  /** Holds one question, or several in turn. */
  readonly item: string
  readonly question: string
  /** Absent where all that is not the question answers it. */
  readonly answer?: string
  /** True where the plugin makes nothing but FAQs; the titles of the others may be of any kind. */
  readonly isFaq: boolean
}

/** The first that fits an item wins. */
export const families: readonly Family[] = [
  {
    source: 'Yoast SEO',
    item: '.schema-faq-section',
    question: '.schema-faq-question',
    answer: '.schema-faq-answer',
    isFaq: true,
  },
  {
    source: 'Rank Math',
    item: '.rank-math-list-item, .rank-math-faq-item',
    question: '.rank-math-question',
    answer: '.rank-math-answer',
    isFaq: true,
  },
  {
    source: 'All in One SEO',
    item: '.wp-block-aioseo-faq',
    question: '.aioseo-faq-block-question',
    answer: '.aioseo-faq-block-answer',
    isFaq: true,
  },
  {
    source: 'SEOPress',
    item: '.wpseopress-faq, .wpseopress-faq-item, .wpseopress-faqs li',
    question: '.wpseopress-faq-question',
    answer: '.wpseopress-faq-answer',
    isFaq: true,
  },
  { source: 'SEOPress', item: '.wp-block-wpseopress-faq-block-v2 details', question: 'summary', isFaq: true },
  {
    source: 'Ultimate FAQ',
    item: '.ewd-ufaq-faq-div',
    question: '.ewd-ufaq-faq-title-text',
    answer: '.ewd-ufaq-faq-body',
    isFaq: true,
  },
  {
    source: 'Spectra',
    item: '.uagb-faq-child__outer-wrap, .uagb-faq-item',
    question: '.uagb-question',
    answer: '.uagb-faq-content',
    isFaq: true,
  },
  {
    source: 'Kadence',
    item: '.wp-block-kadence-pane',
    question: '.kt-blocks-accordion-title',
    answer: '.kt-accordion-panel',
    isFaq: false,
  },
  {
    source: 'Elementor',
    item: '.elementor-accordion-item, .elementor-toggle-item',
    question: '.elementor-tab-title',
    answer: '.elementor-tab-content',
    isFaq: false,
  },
  { source: 'Elementor', item: 'details.e-n-accordion-item', question: 'summary', isFaq: false },
  { source: 'Stackable', item: 'details.stk-block-accordion', question: 'summary', isFaq: false },
  {
    source: 'Divi',
    item: '.et_pb_toggle',
    question: '.et_pb_toggle_title',
    answer: '.et_pb_toggle_content',
    isFaq: false,
  },
  {
    source: 'WPBakery',
    item: '.vc_tta-accordion .vc_tta-panel',
    question: '.vc_tta-panel-title',
    answer: '.vc_tta-panel-body',
    isFaq: false,
  },
  { source: 'WPBakery', item: '.vc_toggle', question: '.vc_toggle_title', answer: '.vc_toggle_content', isFaq: false },
  {
    source: 'core accordion',
    item: '.wp-block-accordion-item',
    question: '.wp-block-accordion-heading__toggle-title',
    answer: '.wp-block-accordion-panel',
    isFaq: false,
  },
  { source: 'core details', item: 'details', question: 'summary', isFaq: false },
]
