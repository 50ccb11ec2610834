/** The rows of the markup table on pictures, and the fixtures that hold them. */
export const rows: Readonly<Record<string, readonly string[]>> = {
  '3c 1 data-orig-file, data-lazy-src, data-src, data-original, data-large_image, data-large-file, src': [
    'pictures-lazy-originals-ranked',
  ],
  '3c 1 placeholders: data GIF of one pixel, blank.gif, 1x1, placeholder': [
    'pictures-lazy-originals-ranked',
    'pictures-named-like-pixels-kept',
  ],
  '3c 1 noscript beside a lazy picture, and alone': ['pictures-noscript-rescued', 'pictures-noscript-of-another-apart'],
  '3c 1 srcset, data-srcset, data-lazy-srcset, picture source': [
    'pictures-srcset-by-the-rule',
    'pictures-lazy-originals-ranked',
  ],
  '3c 2 link to the full file; other links stay': ['pictures-linked-file-first'],
  '3c 3 size in the name, -scaled, Photon, ?w=': ['pictures-tiled-and-photon-originals', 'pictures-linked-file-first'],
  '3c 5 srcset with commas in addresses, by the HTML rule': ['pictures-srcset-by-the-rule'],
  '3c 7 relative, protocol-relative, non-ASCII and space-holding addresses': [
    'pictures-addresses-encoded',
    'pictures-addresses-strict',
  ],
  '3e Jetpack tiled gallery data-url, data-link, data-width': ['pictures-tiled-and-photon-originals'],
  '3e tracking pixels (1×1)': ['pictures-pixels-removed-emoji-characters'],
  '3b img.wp-smiley, .emoji': ['pictures-pixels-removed-emoji-characters'],
  '3b no or empty alt': ['pictures-without-alternative-warned'],
}
