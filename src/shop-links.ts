// Which addresses sell something, or earn somebody a commission.

// Paths of shop plugins (WooCommerce, Easy Digital Downloads), in the languages in which they are set up most often.
const shopPath =
  /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:add-to-cart|boutique|butik|butikk|cart|checkout|downloads|kassa|kauppa|loja|negozio|product|product-category|produit|produkt|produkter|shop|sklep|store|tienda|varukorg|warenkorb|winkel)(?:\/|$)/i
const shopHosts = /^(?:shop|store|butik|buy)\./i
// Shops that everybody knows; what else these firms run has other first names.
const knownShops =
  /^(?:www\.|smile\.|m\.)?(?:aliexpress|amazon|bookshop|ebay|etsy|gumroad|zalando)\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/i
// Parameters of affiliate programmes, wherever the link leads.
const affiliateParameters = ['add-to-cart', 'aff', 'aff_id', 'affid', 'affiliate', 'ref', 'tag']
const affiliateHosts =
  /(?:^|\.)(?:adtr\.co|adtraction\.com|amzn\.to|anrdoezrs\.net|awin1\.com|clickbank\.net|digistore24\.com|dpbolvw\.net|go2cloud\.org|jdoqocy\.com|kqzyfj\.com|shareasale\.com|tkqlhce\.com|tradedoubler\.com)$/i

/** Whether an address leads to a shop, or by way of an affiliate programme. */
export function isShop({ hostname, pathname, searchParams }: URL): boolean {
  if (shopPath.test(pathname) || [shopHosts, knownShops, affiliateHosts].some((hosts) => hosts.test(hostname)))
    return true
  return affiliateParameters.some((name) => searchParams.has(name))
}
