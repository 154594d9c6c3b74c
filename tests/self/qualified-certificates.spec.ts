import { X509Certificate } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { createAuthority } from '../../src/certificates/authority.ts'
import { readOrganisationId } from '../../src/certificates/payment-roles.ts'
import { readPurpose, readRoles, writeStatements } from '../../src/certificates/qualified.ts'
import { isIssuedBy, readProviderCertificate } from '../../src/certificates/read.ts'

const provider = {
  organisationId: 'PSDGB-FCA-765112',
  name: 'Example Payments Ltd',
  roles: ['PSP_AI', 'PSP_PI'],
} as const
const now = new Date('2026-03-02T09:00:00Z')
const request = {
  commonName: 'tpp.example',
  notBefore: now,
  notAfter: new Date('2027-03-02T09:00:00Z'),
  usage: 'client',
  provider,
} as const

test.describe('qualified certificates', () => {
  test('the statements are the bytes that OpenSSL writes', () => {
    const bytes = Buffer.from(writeStatements(provider)).toString('hex')
    expect(bytes).toBe(
      '30663008060604008e4601013013060604008e4601063009060704008e4601060330450606040081982702' +
        '303b302630110607040081982701030c065053505f414930110607040081982701020c065053505f50490c' +
        '09464341206f662047420c0647422d464341',
    )
  })

  test('roles read as they were written', () => {
    expect(readRoles(writeStatements(provider))).toEqual(provider.roles)
  })

  test('a certificate says whether it is for connections or for seals', () => {
    expect(readPurpose(writeStatements(provider))).toBe('website')
    expect(readPurpose(writeStatements({ ...provider, purpose: 'seal' }))).toBe('seal')
  })

  test('statements without roles name none', () => {
    expect(readRoles(writeStatements({ ...provider, roles: [] }))).toEqual([])
  })

  test('a certificate names its provider', async () => {
    const authority = await createAuthority({ commonName: 'Test CA', now })
    const { certificatePem } = await authority.issue(request)
    expect(readProviderCertificate(certificatePem)).toEqual({
      ...provider,
      purpose: 'website',
      notBefore: request.notBefore,
      notAfter: request.notAfter,
    })
  })

  test('an authority of the same name is no issuer', async () => {
    const [authority, namesake] = await Promise.all([
      createAuthority({ commonName: 'Test CA', now }),
      createAuthority({ commonName: 'Test CA', now }),
    ])
    const { raw } = new X509Certificate((await authority.issue(request)).certificatePem)
    expect(await isIssuedBy(raw, authority.certificatePem)).toBe(true)
    expect(await isIssuedBy(raw, namesake.certificatePem)).toBe(false)
  })

  test('an ordinary certificate names nobody and no role', async () => {
    const { provider: _, ...ordinary } = request
    const authority = await createAuthority({ commonName: 'Test CA', now })
    const { certificatePem } = await authority.issue(ordinary)
    expect(readProviderCertificate(certificatePem)).toMatchObject({ organisationId: '', roles: [] })
  })

  test('an identifier that is none of PSD2 has no country', () => {
    expect(readOrganisationId('VATGB-123456')).toBeUndefined()
    expect(readOrganisationId('PSDPL-PFSA-5261040')).toEqual({ country: 'PL', authority: 'PFSA' })
  })
})
