/**
 * The error codes of token and refresh calls.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 */
export const tokenErrorCodes: readonly string[] = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]

/**
 * Codes that other parts of OAuth register and that these endpoints may send as well: failures of the
 * server, and the one of a revocation.
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-2.2.1
 */
export const furtherErrorCodes: readonly string[] = [
  'server_error',
  'temporarily_unavailable',
  'unsupported_token_type',
]
