// metascraper apart from the other packages: it brings 127 more, one of them native code that is fetched or compiled as it
// is installed. `npm ci --ignore-scripts --prefix bench/metascraper` installs it without that.
import metascraper from 'metascraper'
import author from 'metascraper-author'
import date from 'metascraper-date'
import title from 'metascraper-title'
import url from 'metascraper-url'

const scrape = metascraper([title(), date({ datePublished: true, dateModified: true }), author(), url()])

/** What metascraper finds on a page: `title`, `author`, `datePublished`, each a string or null. */
export function read(html, address) {
  return scrape({ html, url: address })
}
