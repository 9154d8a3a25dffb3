/** Items in NITF (News Industry Text Format), versions 2 and 3, alone or inside an envelope of NewsML. */
import { attributeOf, childrenNamed, elementAt, elementsAt, textAt, textsAt } from '../html/elements.ts'
import { type MarkupElement, textOf } from '../html/markup-tree.ts'
import { markupBody } from './markup-body.ts'
import { emptyItem, type WireItem } from './wire-item.ts'

/** Reads a `nitf` element; one without a head is the text of an envelope that says the rest. */
export function nitfItem(nitf: MarkupElement): WireItem {
  const head = elementAt(nitf, 'head') ?? nitf
  const body = elementAt(nitf, 'body') ?? nitf
  const top = elementAt(body, 'body.head') ?? body
  const facts = elementAt(head, 'docdata') ?? head
  const hedline = elementAt(top, 'hedline')
  return {
    ...emptyItem(nitf),
    headline: (hedline === null ? null : textAt(hedline, 'hl1')) ?? textAt(head, 'title'),
    decks: hedline === null ? [] : textsAt(hedline, 'hl2'),
    bylines: elementsAt(top, 'byline').flatMap(bylinesIn),
    datelines: elementsAt(top, 'dateline')
      .map(withoutDate)
      .filter((line) => line !== null),
    body: markupBody(elementAt(body, 'body.content')),
    summary: markupBody(elementAt(top, 'abstract')),
    language: nitf.attributes['baselang'] ?? nitf.attributes['xml:lang'] ?? null,
    outlet:
      (
        textAt(top, 'distributor') ??
        attributeOf(elementAt(facts, 'doc.copyright'), 'holder') ??
        textAt(top, 'rights', 'rights.owner')
      )?.text.trim() ?? null,
    published:
      attributeOf(elementAt(facts, 'date.issue'), 'norm') ??
      attributeOf(elementAt(top, 'dateline', 'story.date'), 'norm') ??
      attributeOf(elementAt(head, 'pubdata'), 'date.publication'),
    keywords: keywordsIn(head, facts),
    guid: attributeOf(elementAt(facts, 'doc-id'), 'id-string')?.text ?? null,
    states: [facts.attributes['management-status'] ?? ''].filter((state) => state !== ''),
    advice: elementsAt(facts, 'ed-msg')
      .map((element) => attributeOf(element, 'info'))
      .filter((text) => text !== null),
  }
}

/** The people of a byline, where they are marked up, without their titles. */
function bylinesIn(byline: MarkupElement) {
  const people = textsAt(byline, 'person')
  const whole = textOf(byline)
  return people.length > 0 ? people : whole.text.trim() === '' ? [] : [whole]
}

/** A dateline without the machine's date in it. */
function withoutDate(dateline: MarkupElement) {
  const children = dateline.children.filter((node) => node.kind === 'text' || !/(?:^|:)story\.date$/i.test(node.name))
  const text = textOf({ ...dateline, children })
  return text.text.trim() === '' ? null : text
}

function keywordsIn(head: MarkupElement, facts: MarkupElement) {
  const listed = elementsAt(facts, 'key-list', 'keyword').map((keyword) => attributeOf(keyword, 'key'))
  const subjects = elementsAt(head, 'tobject', 'tobject.subject')
    .filter((subject) => /^(?:iptc)?$/i.test(subject.attributes['tobject.subject.ipr'] ?? ''))
    .map(
      (subject) =>
        attributeOf(subject, 'tobject.subject.detail') ??
        attributeOf(subject, 'tobject.subject.matter') ??
        attributeOf(subject, 'tobject.subject.type'),
    )
  return [...listed, ...subjects].filter((keyword) => keyword !== null)
}

/** The `nitf` element inside an element; null when there is none. */
export function nitfIn(element: MarkupElement): MarkupElement | null {
  return childrenNamed(element, 'nitf')[0] ?? null
}
