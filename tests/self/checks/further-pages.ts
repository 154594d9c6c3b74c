import type { CheckCase } from './check-case.ts'
import { changed } from './exchange-of.ts'
import { accountsGranted, consentGiven, loginPage, tokenGranted } from './samples.ts'

const leadsTo = (location: string | undefined) => changed(consentGiven, { headers: { Location: location } })
const shows = (body: string) => changed(loginPage, { body })
const form = '<form method="post" action="login"></form>'

export const furtherPageCases: readonly CheckCase[] = [
  {
    requirement: 'authorize.redirect.location',
    kept: [consentGiven, leadsTo('/gcb/api/authCode/oauth2/login')],
    broken: [
      {
        exchange: leadsTo('undefined?state=s'),
        at: 'header Location',
        expected: 'an address with its host, or a path from the root',
        actual: 'undefined?state=s',
      },
      {
        exchange: leadsTo(undefined),
        at: 'header Location',
        expected: 'an address with its host, or a path from the root',
        actual: 'no header',
      },
    ],
    outside: [loginPage, changed(tokenGranted, { status: 302 })],
  },
  {
    requirement: 'authorize.redirect.no-token',
    kept: [consentGiven],
    broken: [
      {
        exchange: leadsTo('https://app.example/back#access_token=abc&state=s'),
        at: 'header Location',
        expected: 'no token and no password',
        actual: 'the parameter access_token',
      },
    ],
    outside: [loginPage, tokenGranted],
  },
  {
    requirement: 'authorize.page.form-target',
    kept: [loginPage, shows('<form method=POST action="https://bank.example/login">')],
    broken: [
      {
        exchange: shows('<form action="login">'),
        at: '/form/method',
        expected: 'post',
        actual: 'get',
      },
      {
        exchange: shows('<form method="post" action="http://bank.example/login">'),
        at: '/form/action',
        expected: 'an address of the bank over TLS',
        actual: 'http://bank.example/login',
      },
      {
        exchange: shows('<form method="post" action="https://login.stranger.example/">'),
        at: '/form/action',
        expected: 'an address of the bank over TLS',
        actual: 'https://login.stranger.example/',
      },
    ],
    outside: [accountsGranted, consentGiven],
  },
  {
    requirement: 'authorize.page.own-content',
    kept: [
      loginPage,
      shows(`${form}<script src="/a.js"></script><img src="data:image/png;base64,AA==">`),
      shows(`${form}<link rel="stylesheet" href="https://static.bank.example/a.css">`),
    ],
    broken: [
      {
        exchange: shows(`${form}<script async src="https://cdn.stranger.test/a.js"></script>`),
        at: '/',
        expected: 'content of the bank alone',
        actual: 'https://cdn.stranger.test/a.js',
      },
    ],
    outside: [accountsGranted, consentGiven],
  },
  {
    requirement: 'authorize.page.charset',
    kept: [
      loginPage,
      changed(loginPage, { headers: { 'Content-Type': 'text/html' }, body: `<meta charset="utf-8">${form}` }),
    ],
    broken: [
      {
        exchange: changed(loginPage, { headers: { 'Content-Type': 'text/html' } }),
        at: 'header Content-Type',
        expected: 'a character set',
        actual: 'text/html',
      },
    ],
    outside: [accountsGranted, consentGiven],
  },
]
