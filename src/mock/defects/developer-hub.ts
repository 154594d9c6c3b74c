import { type Defect, rewrite, withFields, without } from './defect.ts'

/** Mistakes of the portal and of its catalogue. */
export const developerHubDefects: readonly Defect[] = [
  {
    id: 'new-application-dead',
    breaks: 'hub.application.works',
    apply: without('hub.usable'),
  },
  {
    id: 'new-application-sends-anywhere',
    breaks: 'hub.application.redirect',
    apply: without('authorize.redirect'),
  },
  { id: 'one-application-for-all', breaks: 'hub.application.many', apply: without('hub.many') },
  { id: 'secret-listed', breaks: 'hub.secret.once', apply: without('hub.secret-once') },
  { id: 'old-secret-lives', breaks: 'hub.secret.regenerated', apply: without('hub.regenerate') },
  { id: 'sharing-forgotten', breaks: 'hub.team.shared', apply: without('hub.share') },
  { id: 'applications-of-everybody', breaks: 'hub.team.private', apply: without('hub.private') },
  { id: 'catalogue-of-all-markets', breaks: 'hub.catalogue.market', apply: without('hub.catalogue') },
  {
    id: 'catalogue-fails',
    breaks: 'hub.catalogue.call',
    apply: rewrite(
      ({ status }, { operation }) => operation?.id === 'listCatalogue' && status === 200,
      withFields({ status: 'error' }),
    ),
  },
  { id: 'catalogue-without-key', breaks: 'hub.catalogue.key-required', apply: without('catalogue.key') },
  { id: 'catalogue-with-any-key', breaks: 'hub.catalogue.key-known', apply: without('catalogue.key-known') },
]
