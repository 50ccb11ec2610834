// The shortcodes that are known to be such. Text in brackets is the author's otherwise.

// These are words too: “[video]” in a transcript is prose.
const wordNames = new Set(
  (
    'audio button caption code column columns divider dropcap embed gallery more nextpage playlist product products quote row section spacer ' +
    'tab table tabs toc toggle video'
  ).split(' '),
)
const names = new Set(
  (
    'wp_caption contact-form contact-form-7 ninja_form ninja_forms mc4wp_form wpforms gravityform gravityforms formidable fluentform ' +
    'elementor-template rev_slider rev_slider_vc smartslider3 layerslider metaslider ez-toc lwptoc rank_math_toc wpseo_breadcrumb ' +
    'addtoany sharethis-inline-buttons jetpack-related-posts latest_posts recent_posts add_to_cart woocommerce_cart ' +
    'adrotate ad_inserter adinserter instagram-feed custom-facebook-feed custom-twitter-feeds foogallery ngg_images nggallery ' +
    'one_half one_half_last one_third one_third_last two_third two_third_last wpdatatable tablepress'
  ).split(' '),
)
const prefixes = ['elfsight_', 'vc_', 'et_pb_', 'fusion_', 'av_', 'su_', 'wpb_', 'cs_', 'ux_', 'tatsu_', 'woocommerce_']

export function isWordName(name: string): boolean {
  return wordNames.has(name)
}

export function isShortcodeName(name: string): boolean {
  return wordNames.has(name) || names.has(name) || prefixes.some((start) => name.startsWith(start))
}
