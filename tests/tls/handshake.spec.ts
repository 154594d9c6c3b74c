import { expect } from '../../src/testing/matchers.ts'
import { notObserved } from '../../src/testing/not-observed.ts'
import { proves } from '../../src/testing/proves.ts'
import { strengthOf } from '../../src/tls/certificate.ts'
import { test } from '../../src/testing/tls.ts'
import { once } from '../../src/testing/passes.ts'

once(() => {
  test.describe('handshake', () => {
    test('TLS 1.0 is refused', proves('tls.version.no-10'), async ({ tls }) => {
      expect({ at: 'TLS 1.0', expected: 'refused', actual: await tls.offer('tls10') }).toHold()
    })

    test('TLS 1.1 is refused', proves('tls.version.no-11'), async ({ tls }) => {
      expect({ at: 'TLS 1.1', expected: 'refused', actual: await tls.offer('tls11') }).toHold()
    })

    test('TLS 1.2 is offered', proves('tls.version.12'), async ({ tls }) => {
      expect({ at: 'TLS 1.2', expected: 'accepted', actual: await tls.offer('tls12') }).toHold()
    })

    test('TLS 1.3 is offered', proves('tls.version.13'), async ({ tls }) => {
      expect({ at: 'TLS 1.3', expected: 'accepted', actual: await tls.offer('tls13') }).toHold()
    })

    test(
      'suites without server authentication are refused',
      proves('tls.cipher.no-anonymous'),
      async ({ tls }) => {
        expect({ at: 'anonymous suites', expected: 'refused', actual: await tls.offer('anonymous') }).toHold()
      },
    )

    test('suites without encryption are refused', proves('tls.cipher.no-null'), async ({ tls }) => {
      expect({ at: 'NULL suites', expected: 'refused', actual: await tls.offer('null') }).toHold()
    })

    test(
      'key transport without forward secrecy is refused',
      proves('tls.cipher.no-static-rsa'),
      async ({ tls }) => {
        expect({
          at: 'static RSA suites',
          expected: 'refused',
          actual: await tls.offer('static-rsa'),
        }).toHold()
      },
    )

    test('suites in CBC mode are refused', proves('tls.cipher.no-cbc'), async ({ tls }) => {
      expect({ at: 'CBC suites', expected: 'refused', actual: await tls.offer('cbc-only') }).toHold()
    })

    test('a recommended suite works', proves('tls.cipher.recommended'), async ({ tls }) => {
      expect({
        at: 'ECDHE AEAD suites',
        expected: 'accepted',
        actual: await tls.offer('recommended'),
      }).toHold()
    })

    test('plain HTTP on the port is refused', proves('tls.plain.refused'), async ({ tls }) => {
      // A port that closes on everybody refuses nothing: it must speak TLS first.
      if ((await tls.offer('tls12')) !== 'accepted') notObserved('unclear: the port does not accept TLS 1.2')
      const outcome = await tls.plainHttp()
      expect({ at: 'plain HTTP', expected: 'refused', actual: outcome.kind }).toHold()
    })
  })

  test.describe('certificate', () => {
    test('leads to a trusted root', proves('tls.certificate.chain'), async ({ tls }) => {
      const { chainTrusted, chainProblem } = await tls.certificate()
      expect({
        at: 'chain',
        expected: 'trusted',
        actual: chainTrusted ? 'trusted' : (chainProblem ?? 'not trusted'),
      }).toHold()
    })

    test('names the host', proves('tls.certificate.hostname'), async ({ tls }) => {
      const { hostnameMatches, subjectAltName } = await tls.certificate()
      expect({
        at: 'subjectAltName',
        expected: 'names the host',
        actual: hostnameMatches ? 'names the host' : subjectAltName,
      }).toHold()
    })

    test('is valid now', proves('tls.certificate.validity'), async ({ tls }) => {
      const { validFrom, validTo, daysLeft } = await tls.certificate()
      const isValid = daysLeft >= 0 && validFrom.getTime() <= Date.now()
      expect({
        at: 'validity',
        expected: 'valid now',
        actual: isValid ? 'valid now' : `valid from ${validFrom.toISOString()} to ${validTo.toISOString()}`,
      }).toHold()
    })

    test('has a strong key and signature', proves('tls.certificate.strength'), async ({ tls }) => {
      const actual = strengthOf(await tls.certificate())
      expect({ at: 'key and signature', expected: 'strong', actual }).toHold()
    })

    test('is valid for 14 days more', proves('tls.certificate.ends-later'), async ({ tls }) => {
      const { daysLeft } = await tls.certificate()
      const actual = daysLeft >= 14 ? '14 days or more left' : `${daysLeft} days left`
      expect({ at: 'validity', expected: '14 days or more left', actual }).toHold()
    })
  })
})
