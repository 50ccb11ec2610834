// What goes with all it holds: the machinery of a website round the text. A row names a class of things in the words
// of the report, and how to tell them: by class, by the start of a class, by id or by name.

import type { Element } from '../dom.js'
import { classesOf } from './edit.js'

export interface ClutterRow {
  readonly what: string
  readonly classes?: string
  /** Beginnings of class names. */
  readonly prefixes?: string
  readonly ids?: string
  readonly names?: string
  /** What must hold besides. */
  readonly only?: 'with-an-ad' | 'without-text' | 'outside-titles'
}

const rows: readonly ClutterRow[] = [
  {
    what: 'table of contents',
    classes:
      'ez-toc-title-container ez-toc-title ez-toc-glyphicon lwptoc wp-block-rank-math-toc-block rank-math-toc wp-block-aioseo-table-of-contents ' +
      'uagb-toc__wrap wp-block-uagb-table-of-contents kb-table-of-content-nav kb-table-of-content-wrap wp-block-kadence-tableofcontents ' +
      'wp-block-yoast-seo-table-of-contents wp-block-table-of-contents toc_container elementor-widget-table-of-contents elementor-toc',
    prefixes: 'aioseo-toc-',
    ids: 'ez-toc-container toc_container rank-math-toc',
  },
  { what: 'anchor of a table of contents', classes: 'ez-toc-section ez-toc-section-end', only: 'without-text' },
  {
    what: 'share buttons',
    classes:
      'sharedaddy sd-sharing addtoany_share_save_container addtoany_content a2a_kit addtoany_list wp-block-jetpack-sharing-buttons ' +
      'jetpack-sharing-buttons heateor_sss_sharing_container ssba essb_links swp_social_panel mashsb-container ' +
      'simplesocialbuttons social-share elementor-widget-share-buttons',
    prefixes: 'shareaholic-',
  },
  { what: 'like button', classes: 'sd-like jetpack-likes-widget-wrapper wp-block-jetpack-like' },
  {
    what: 'related posts',
    classes:
      'jp-relatedposts wp-block-jetpack-related-posts related-posts related_posts relpost-thumb-wrapper crp_related yarpp elementor-widget-posts',
    prefixes: 'yarpp-',
    ids: 'jp-relatedposts',
  },
  {
    what: 'author box',
    classes: 'author-box saboxplugin-wrap pp-author-boxes abh_box wp-block-post-author elementor-widget-author-box',
    prefixes: 'pp-multiple-authors-boxes wp-block-post-author-',
  },
  { what: 'comment form', classes: 'jetpack_remote_comment comment-respond comments-area' },
  {
    what: 'newsletter form',
    classes: 'mc4wp-form wp-block-jetpack-subscriptions jetpack_subscription_widget wp-block-jetpack-mailchimp tnp',
    prefixes: 'mc4wp-form- wp-block-jetpack-subscriptions__',
    ids: 'mc_embed_signup',
  },
  {
    what: 'form',
    classes:
      'wpcf7 wpforms-container gform_wrapper nf-form-cont elementor-widget-form wp-block-jetpack-contact-form et_pb_contact_form_container',
    names: 'form',
  },
  { what: 'advertisement', classes: 'adsbygoogle wordads-ad wpcnt wp-block-jetpack-wordads' },
  { what: 'advertisement', classes: 'code-block', only: 'with-an-ad' },
  {
    what: 'list of posts',
    classes: 'wp-block-latest-posts wp-block-query wp-block-rss wp-block-archives wp-block-calendar wp-block-page-list',
  },
  { what: 'comments', classes: 'wp-block-latest-comments wp-block-comments', prefixes: 'wp-block-post-comments' },
  { what: 'list of terms', classes: 'wp-block-categories wp-block-tag-cloud wp-block-post-terms' },
  {
    what: 'navigation',
    classes:
      'wp-block-navigation wp-block-post-navigation-link elementor-widget-nav-menu elementor-widget-wp-widget-nav_menu elementor-widget-post-navigation ' +
      'wp-block-search wp-block-loginout wp-block-login elementor-widget-search-form page-links post-page-numbers',
    prefixes: 'wp-block-site-',
  },
  {
    what: 'social icons',
    classes: 'wp-block-social-links wp-block-avatar elementor-widget-social-icons et_pb_social_media_follow',
  },
  { what: '“more” link', classes: 'more-link', prefixes: 'wp-block-read-more' },
  { what: 'spacer', classes: 'wp-block-spacer elementor-widget-spacer vc_empty_space' },
  {
    what: 'icon',
    classes: 'fa fas far fab fal fad dashicons',
    prefixes: 'fa- eicon- dashicons-',
    only: 'without-text',
  },
  { what: 'text for screen readers only', classes: 'screen-reader-text' },
  { what: 'button', names: 'button', only: 'outside-titles' },
]

type Index = ReadonlyMap<string, ClutterRow>

function index(field: 'classes' | 'ids' | 'names' | 'prefixes'): Index {
  return new Map(rows.flatMap((row) => (row[field] ?? '').split(' ').map((word) => [word, row] as const)))
}

const byClass = index('classes')
const byId = index('ids')
const byName = index('names')
const byPrefix = [...index('prefixes')].filter(([prefix]) => prefix !== '')

/** The row that an element belongs to. Whether it fulfils `only` is for the caller to see. */
export function clutterRowOf(element: Element): ClutterRow | undefined {
  const named = byName.get(element.name) ?? (element.attribs.id ? byId.get(element.attribs.id) : undefined)
  if (named) return named
  for (const name of classesOf(element)) {
    const row = name === '' ? undefined : (byClass.get(name) ?? byPrefix.find(([start]) => name.startsWith(start))?.[1])
    if (row) return row
  }
  return undefined
}

/** The empty mark where the “more” tag stood. */
export function isMoreMark(element: Element): boolean {
  return element.name === 'span' && /^more-\d+$/.test(element.attribs.id ?? '')
}
