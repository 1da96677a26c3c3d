import type { NoticeRecord } from './model.ts';

/** Pairs for `<meta name content>`: DCMI terms, each value also visible on the page. */
export function dublinCore({
  id,
  data,
  gazette,
  type,
}: NoticeRecord): { name: string; content: string }[] {
  const terms: [string, string | null][] = [
    ['identifier', id],
    ['title', data.title],
    ...data.issuers.map(({ name }): [string, string] => ['creator', name]),
    ['publisher', gazette.publisher.zh],
    ['created', data.date],
    ['issued', gazette.data.publishedOn],
    ['type', type?.zh ?? null],
    ['language', data.language],
    ['isPartOf', `${gazette.data.name} ${gazette.data.year}年第${gazette.data.issue}期`],
    ['spatial', gazette.region.zh],
    ['bibliographicCitation', data.docNumber],
    ['source', `${data.source.file}, ${data.source.startLine}-${data.source.endLine}`],
  ];
  return terms.flatMap(([term, content]) =>
    content === null ? [] : [{ name: `DCTERMS.${term}`, content }],
  );
}

/** Titles of personnel matters, which are documents but not law. */
const personnel = /任免|任职|免职|任命/;

/** schema.org: Legislation for statutory types, DigitalDocument for the rest; nothing the text does not say. */
export function jsonLd({ data, gazette, type }: NoticeRecord, url: string): string {
  const law = data.kind === 'notice' && type?.statutory === true && !personnel.test(data.title);
  const issuers = data.issuers.map(({ name }) => ({ '@type': 'GovernmentOrganization', name }));
  const issue = {
    '@type': 'PublicationIssue',
    issueNumber: gazette.data.issue,
    ...(gazette.data.publishedOn === null ? {} : { datePublished: gazette.data.publishedOn }),
    isPartOf: { '@type': 'Periodical', name: gazette.data.name },
  };
  const common = {
    '@context': 'https://schema.org',
    '@type': law ? 'Legislation' : 'DigitalDocument',
    name: data.title,
    url,
    inLanguage: data.language,
    isPartOf: issue,
    spatialCoverage: { '@type': 'AdministrativeArea', name: gazette.region.zh },
  };
  const identity = law
    ? {
        ...(data.docNumber === null ? {} : { legislationIdentifier: data.docNumber }),
        ...(data.date === null ? {} : { legislationDate: data.date }),
        ...(data.docType === null ? {} : { legislationType: data.docType }),
        legislationPassedBy: issuers,
      }
    : {
        ...(data.docNumber === null ? {} : { identifier: data.docNumber }),
        ...(data.date === null ? {} : { dateCreated: data.date }),
        creator: issuers,
      };
  // A gazette may print `</script>`; escaped, it stays data.
  return JSON.stringify({ ...common, ...identity }).replaceAll('<', '\\u003c');
}
