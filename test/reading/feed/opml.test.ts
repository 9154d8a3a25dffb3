/** Lists of feeds as feed readers write them, sound and broken. */
import { describe, expect, test } from 'vitest'
import { readOpml } from '../../../src/reading/feed/opml.ts'

function opml(outlines: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>خلاصات</title></head><body>${outlines}</body></opml>`
}

describe('lists of feeds', () => {
  test('outlines in folders, titles by title or text, in order', () => {
    const list = readOpml(
      opml(`<outline text="أخبار"><outline text="عربية">
        <outline type="rss" text="المرفأ" title="صحيفة المرفأ" xmlUrl="https://marfa.example/rss" htmlUrl="https://marfa.example/"/>
        <outline type="rss" text="  الميناء\n اليوم " xmlUrl="https://mina.example/feed?a=1&amp;b=2"/></outline></outline>
        <outline type="atom" xmlUrl="http://courier.example/atom.xml"/>`),
    )
    expect(list).toEqual({
      feeds: [
        { title: 'صحيفة المرفأ', url: 'https://marfa.example/rss' },
        { title: 'الميناء اليوم', url: 'https://mina.example/feed?a=1&b=2' },
        { title: null, url: 'http://courier.example/atom.xml' },
      ],
      problems: [],
    })
  })

  test('version 1.0, names of attributes in any case, a bare ampersand, feed: addresses', () => {
    const list = readOpml(
      `<OPML version="1.0"><BODY><OUTLINE TITLE="Port & Harbour" XMLURL="feed://harbour.example/rss?x=1&y=2"/>
       <outline text="b" xmlurl="feed:https://b.example/rss"/><outline text="c" type="rss" url="https://c.example/rss"/></BODY></OPML>`,
    )
    expect(list.feeds).toEqual([
      { title: 'Port & Harbour', url: 'http://harbour.example/rss?x=1&y=2' },
      { title: 'b', url: 'https://b.example/rss' },
      { title: 'c', url: 'https://c.example/rss' },
    ])
  })

  test('an address twice is one feed; bad ones are said', () => {
    const list = readOpml(
      opml(`<outline text="a" xmlUrl="https://a.example/rss"/><outline text="again" xmlUrl="https://a.example/rss"/>
        <outline type="rss" text="بلا عنوان"/><outline text="سيئ" xmlUrl="javascript:alert(1)"/><outline type="link" text="رابط" url="https://x.example/"/>`),
    )
    expect(list).toEqual({
      feeds: [{ title: 'a', url: 'https://a.example/rss' }],
      problems: [
        '"بلا عنوان" says that it is a feed and gives no xmlUrl.',
        '"سيئ" gives "javascript:alert(1)", which is no http or https address.',
      ],
    })
  })

  test('cut off in the middle: what stands before is kept', () => {
    expect(
      readOpml(opml('<outline text="a" xmlUrl="https://a.example/rss"/><outline text="b" xmlU')).feeds,
    ).toHaveLength(1)
  })

  test('what is no list says so, and entities of its own are not expanded', () => {
    expect(readOpml('<rss><channel/></rss>').problems).toHaveLength(1)
    expect(readOpml('').problems).toHaveLength(1)
    const bomb = `<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${opml('<outline text="&b;" xmlUrl="https://a.example/&b;"/>')}`
    expect(readOpml(bomb).feeds[0]?.title).toBe('&b;')
  })

  test('nesting without end is refused with a word', () => {
    expect(readOpml(opml('<outline text="x">'.repeat(5000)))).toMatchObject({
      feeds: [],
      problems: [expect.stringContaining('elements')],
    })
  })
})
