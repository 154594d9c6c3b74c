import type { ApiClient, Reply } from '../http/client.ts'
import { headerOf } from '../http/exchange.ts'
import type { Application } from './application.ts'
import { encodeForm } from './application.ts'
import { type HtmlForm, readForm } from './html-form.ts'
import { exchangePassword, type PasswordChange, type PasswordKey } from './password-grant.ts'

/** How an authorization request ended. */
export interface AuthorizationResult {
  /** The last answer: a redirect back to the application, or the page where it stopped. */
  readonly reply: Reply
  /** Parameters of the redirect back to the application; undefined when there was none. */
  readonly callback: URLSearchParams | undefined
}

/** What a customer does differently. */
export interface CustomerChoice {
  readonly password?: string
  readonly decision?: 'authorize' | 'deny'
  /** Parameters of the authorization request to replace. */
  readonly request?: Readonly<Record<string, string | undefined>>
}

/** A bank customer who logs in and consents over plain HTTP, as a browser without scripts would. */
export class Customer {
  readonly username: string
  readonly #password: string

  constructor(identity: { username: string; password: string }) {
    this.username = identity.username
    this.#password = identity.password
  }

  /** Gives user id and password to an application, which exchanges them for tokens. */
  async signIn(app: Application, key: PasswordKey, change: PasswordChange = {}): Promise<Reply> {
    return exchangePassword(app, key, { username: this.username, password: this.#password, ...change })
  }

  /** Lets somebody else fill in user id and password, for pages that only a browser understands. */
  async logInBy<Result>(
    logIn: (identity: { username: string; password: string }) => Promise<Result>,
  ): Promise<Result> {
    return logIn({ username: this.username, password: this.#password })
  }

  /** Sends an authorization request and follows it through login and consent to the redirect. */
  async authorize(
    app: Application,
    scope: string,
    choice: CustomerChoice = {},
  ): Promise<AuthorizationResult> {
    const walk = new PageWalk(app.client, choice.request?.['redirect_uri'] ?? app.redirectUri)
    const login = await walk.open(app.authorizePath(scope, choice.request))
    if (login.form?.passwordField === undefined) return walk.result(login.reply)
    const consent = await walk.submit(login.form, {
      [login.form.userField ?? 'username']: this.username,
      [login.form.passwordField]: choice.password ?? this.#password,
    })
    const button = consent.form?.buttons.find(({ value }) => value === (choice.decision ?? 'authorize'))
    if (consent.form === undefined || button === undefined) return walk.result(consent.reply)
    const end = await walk.submit(consent.form, { [button.name]: button.value })
    return walk.result(end.reply)
  }
}

interface Page {
  readonly reply: Reply
  readonly form: HtmlForm | undefined
}

/** Follows pages and redirects within the bank and stops at the redirect to the application. */
class PageWalk {
  readonly #client: ApiClient
  readonly #redirectUri: string
  readonly #cookies = new Map<string, string>()
  #path = ''

  constructor(client: ApiClient, redirectUri: string) {
    this.#client = client
    this.#redirectUri = redirectUri
  }

  async open(path: string): Promise<Page> {
    this.#path = path
    const reply = await this.#client.send({
      method: 'GET',
      path,
      headers: { accept: 'text/html', ...this.#cookieHeader() },
    })
    return this.#arrive(reply)
  }

  async submit(form: HtmlForm, values: Readonly<Record<string, string>>): Promise<Page> {
    this.#path = this.#relative(form.action)
    const reply = await this.#client.send({
      method: 'POST',
      path: this.#path,
      headers: {
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
        ...this.#cookieHeader(),
      },
      body: encodeForm({ ...form.fields, ...values }),
    })
    return this.#arrive(reply)
  }

  result(reply: Reply): AuthorizationResult {
    const location = headerOf(reply.headers, 'location')
    const returned = location !== undefined && this.#leadsBack(location)
    return { reply, callback: returned ? new URL(location).searchParams : undefined }
  }

  async #arrive(reply: Reply): Promise<Page> {
    for (const [name, value] of reply.headers) if (name.toLowerCase() === 'set-cookie') this.#keep(value)
    const location = headerOf(reply.headers, 'location')
    if (location === undefined || reply.status < 300 || reply.status > 399)
      return { reply, form: readForm(reply.body) }
    const inside = new URL(location, this.#client.urlOf({ path: this.#path })).href.startsWith(
      this.#client.options.baseUrl,
    )
    if (this.#leadsBack(location) || !inside) return { reply, form: undefined }
    return this.open(this.#relative(location))
  }

  #leadsBack(location: string): boolean {
    return location.startsWith(this.#redirectUri)
  }

  /** Turns an address of the bank into one below the base. */
  #relative(address: string): string {
    const url = new URL(address, this.#client.urlOf({ path: this.#path }))
    return url.href.replace(this.#client.options.baseUrl, '')
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const [name = '', value = ''] = pair.split('=')
    this.#cookies.set(name.trim(), value.trim())
  }

  #cookieHeader(): Record<string, string> {
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`)
    return pairs.length === 0 ? {} : { cookie: pairs.join('; ') }
  }
}
