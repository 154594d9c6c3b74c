import type { CheckCase } from './check-case.ts'
import { changed } from './exchange-of.ts'
import { accountsGranted, consentGiven, loginPage, tokenGranted } from './samples.ts'

const consentPage = changed(loginPage, { call: 'POST /authCode/oauth2/login' })
const errorPage = changed(loginPage, {
  call: 'GET /authCode/oauth2/consent',
  status: 400,
  body: '<html>Sorry',
})

export const authorizeCases: readonly CheckCase[] = [
  {
    requirement: 'authorize.redirect.no-307',
    kept: [consentGiven, changed(consentGiven, { status: 302 })],
    broken: [
      {
        exchange: changed(consentGiven, { status: 307 }),
        at: 'status',
        expected: '303 or 302',
        actual: '307',
      },
    ],
    outside: [loginPage, consentPage, changed(tokenGranted, { status: 307 })],
  },
  {
    requirement: 'authorize.page.no-framing',
    kept: [
      loginPage,
      consentPage,
      changed(loginPage, { headers: { 'Content-Security-Policy': undefined, 'X-Frame-Options': 'DENY' } }),
    ],
    broken: [
      {
        exchange: changed(loginPage, { headers: { 'Content-Security-Policy': "default-src 'none'" } }),
        at: 'header Content-Security-Policy',
        expected: "frame-ancestors 'none', or X-Frame-Options: DENY",
        actual: 'neither header',
      },
      {
        exchange: changed(loginPage, {
          headers: { 'Content-Security-Policy': 'frame-ancestors https:', 'X-Frame-Options': 'DENY' },
        }),
        at: 'header Content-Security-Policy',
        expected: "frame-ancestors 'none', or X-Frame-Options: DENY",
        actual: 'frame-ancestors https:',
      },
    ],
    outside: [consentGiven, errorPage],
  },
  {
    requirement: 'authorize.page.referrer-policy',
    kept: [
      loginPage,
      changed(loginPage, {
        headers: { 'Referrer-Policy': undefined },
        body: '<!doctype html><meta name="referrer" content="no-referrer"><form method="post"></form>',
      }),
    ],
    broken: [
      {
        exchange: changed(loginPage, { headers: { 'Referrer-Policy': 'no-referrer, origin' } }),
        at: 'header Referrer-Policy',
        expected: 'no-referrer',
        actual: 'no-referrer, origin',
      },
      {
        exchange: changed(loginPage, { headers: { 'Referrer-Policy': undefined } }),
        at: 'header Referrer-Policy',
        expected: 'no-referrer',
        actual: 'no header',
      },
    ],
    outside: [consentGiven, errorPage],
  },
  {
    requirement: 'authorize.page.not-cached',
    kept: [loginPage, consentPage],
    broken: [
      {
        exchange: changed(loginPage, { headers: { 'Cache-Control': 'private, max-age=60' } }),
        at: 'header Cache-Control',
        expected: 'no-store',
        actual: 'private, max-age=60',
      },
    ],
    outside: [consentGiven, errorPage],
  },
  {
    requirement: 'authorize.page.no-cors',
    kept: [loginPage, consentGiven, changed(loginPage, { headers: { 'Access-Control-Allow-Origin': '' } })],
    broken: [
      {
        exchange: changed(loginPage, { headers: { 'Access-Control-Allow-Origin': '*' } }),
        at: 'header Access-Control-Allow-Origin',
        expected: 'no header',
        actual: '*',
      },
    ],
    outside: [accountsGranted, tokenGranted],
  },
]
