// Posts of which a site shows strangers the beginning only: what plugins for members put in the place of the rest.

import type { ReportFn } from '../diagnostics.js'
import type { Post } from '../model.js'

/** Classes of the message that ends a teaser: Jetpack, Paid Memberships Pro, MemberPress, WooCommerce, Members … */
const marks =
  /\bclass\s*=\s*["'][^"'<>]*?\b(jetpack-subscribe-paywall|pmpro_content_message|mepr-unauthorized-message|wc-memberships-restriction-message|rcp_restricted|members-access-error|swpm-post-not-logged-in-msg|leaky_paywall_message)\b/i

/** Warns of each post that seems to be one. */
export function reportTeasers(posts: readonly Post[], report: ReportFn): void {
  for (const { content, url, slug } of posts) {
    const [, mark] = marks.exec(content) ?? []
    const post = url || slug
    if (mark) report('post-teaser', { post, mark }, { post })
  }
}
