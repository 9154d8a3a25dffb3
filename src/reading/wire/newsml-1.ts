/**
 * Items in NewsML 1.0 to 1.2, in the dialects of AFP and others. Components lie in each other; each that has a text of
 * its own is an article, unless it is another rendering of one that was read, or the caption of a picture.
 */
import { attributeOf, childrenNamed, elementAt, elementsAt, textAt, textsAt } from '../html/elements.ts'
import { descendants, type MarkupElement } from '../html/markup-tree.ts'
import type { LocatedText } from '../located-text.ts'
import { markupBody } from './markup-body.ts'
import { nitfIn, nitfItem } from './nitf.ts'
import { emptyItem, fillItem, type WireItem } from './wire-item.ts'

const PICTURE = /caption|photo|picture|image|graphic|video|audio|icon/i
const MOST_DEPTH = 40
const REVISION = /:\d+[NUA]?$/

/** Reads a `NewsItem`; `envelope` is the message that it came in. */
export function newsMl1Items(item: MarkupElement, envelope: MarkupElement | null): WireItem[] {
  const whole = factsOf(item, envelope)
  const stories = elementsAt(item, 'newscomponent').flatMap((component) => storiesIn(component, emptyItem(item), 0))
  const distinct: WireItem[] = []
  for (const story of stories) {
    const twin = distinct.findIndex((known) => known.headline?.text.trim() === story.headline?.text.trim())
    const known = distinct[twin]
    if (known === undefined) distinct.push(story)
    else if (length(story.body) > length(known.body)) distinct[twin] = story
  }
  if (distinct.length === 0) {
    const lines = elementsAt(item, 'newscomponent').map(linesOf)
    return [lines.reduce(fillItem, whole)]
  }
  return distinct.map((story, index) => {
    const filled = fillItem({ ...story, span: whole.span }, whole)
    return index === 0 || filled.guid === null ? filled : { ...filled, guid: `${filled.guid}#${index + 1}` }
  })
}

function factsOf(item: MarkupElement, envelope: MarkupElement | null): WireItem {
  const identifier = elementAt(item, 'identification', 'newsidentifier') ?? item
  const management = elementAt(item, 'newsmanagement') ?? item
  const provider = textAt(identifier, 'providerid')?.text.trim() ?? ''
  const id = textAt(identifier, 'newsitemid')?.text.trim()
  const publicId = textAt(identifier, 'publicidentifier')?.text.trim().replace(REVISION, '')
  const dated = textAt(identifier, 'dateid')
  const sent = envelope === null ? null : textAt(envelope, 'newsenvelope', 'dateandtime')
  return {
    ...emptyItem(item),
    guid: publicId ?? (id === undefined ? null : `${provider}:${id}`),
    domain: /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(provider) ? provider.toLowerCase() : null,
    language: item.attributes['xml:lang'] ?? null,
    published: textAt(management, 'firstcreated') ?? dated ?? sent,
    updated: textAt(management, 'thisrevisioncreated'),
    states: [...elementsAt(management, 'status'), ...elementsAt(management, 'instruction')]
      .map((element) => element.attributes['FormalName'] ?? '')
      .filter((state) => state !== ''),
    embargo:
      elementsAt(management, 'status')
        .filter((status) => /embargo/i.test(status.attributes['FormalName'] ?? ''))
        .map(() => textAt(management, 'statuswillchange', 'dateandtime'))
        .find((time) => time !== null) ?? null,
  }
}

/** The stories of a component and of those inside it; each takes over what the ones around it say. */
function storiesIn(component: MarkupElement, around: WireItem, depth: number): WireItem[] {
  if (depth > MOST_DEPTH || PICTURE.test(elementAt(component, 'role')?.attributes['FormalName'] ?? '')) return []
  const item = fillItem(linesOf(component), around)
  const texts = childrenNamed(component, 'contentitem')
    .map(contentOf)
    .filter((content) => content.body !== null)
    .sort((a, b) => length(b.body) - length(a.body))
  const own = texts[0] === undefined ? [] : [fillItem({ ...item, body: texts[0].body }, texts[0])]
  return [...own, ...childrenNamed(component, 'newscomponent').flatMap((inner) => storiesIn(inner, item, depth + 1))]
}

function contentOf(content: MarkupElement): WireItem {
  const item = emptyItem(content)
  if (!/^(?:text|complexdata|)$/i.test(elementAt(content, 'mediatype')?.attributes['FormalName'] ?? '')) return item
  const data = elementAt(content, 'datacontent') ?? elementAt(content, 'encoding', 'datacontent')
  if (data === null) return { ...item, remote: content.attributes['Href'] ?? null }
  const nitf = nitfIn(data)
  return nitf === null ? { ...item, body: markupBody(storyElement(data)) } : nitfItem(nitf)
}

/** The page's body where a page is inside, so that its title is no paragraph. */
function storyElement(data: MarkupElement): MarkupElement {
  for (const node of descendants(data)) {
    if (node.kind === 'element' && /(?:^|:)(?:body|body\.content)$/i.test(node.name)) return node
  }
  return data
}

function linesOf(component: MarkupElement): WireItem {
  const lines = elementAt(component, 'newslines') ?? component
  const described = elementAt(component, 'descriptivemetadata')
  const party = elementAt(component, 'administrativemetadata', 'provider', 'party')
  const properties = described === null ? [] : elementsAt(described, 'property')
  return {
    ...emptyItem(component),
    headline: textAt(lines, 'headline'),
    decks: textsAt(lines, 'subheadline'),
    bylines: textsAt(lines, 'byline'),
    datelines: textsAt(lines, 'dateline'),
    language: elementAt(component, 'descriptivemetadata', 'language')?.attributes['FormalName'] ?? null,
    outlet: attributeOf(party, 'FormalName')?.text ?? null,
    keywords: [
      ...textsAt(lines, 'keywordline'),
      ...properties
        .filter((property) => /^keyword$/i.test(property.attributes['FormalName'] ?? ''))
        .map((property) => attributeOf(property, 'Value'))
        .filter((value) => value !== null),
    ],
  }
}

function length(text: LocatedText | null): number {
  return text?.text.length ?? 0
}
