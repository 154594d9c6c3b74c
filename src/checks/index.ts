import type { Check } from './check.ts'
import { authorizePageCharset } from './authorize/page-charset.ts'
import { authorizePageFormTarget } from './authorize/page-form-target.ts'
import { authorizePageNoCors } from './authorize/page-no-cors.ts'
import { authorizePageNoFraming } from './authorize/page-no-framing.ts'
import { authorizePageNotCached } from './authorize/page-not-cached.ts'
import { authorizePageOwnContent } from './authorize/page-own-content.ts'
import { authorizePageReferrerPolicy } from './authorize/page-referrer-policy.ts'
import { authorizeRedirectLocation } from './authorize/redirect-location.ts'
import { authorizeRedirectNo307 } from './authorize/redirect-no-307.ts'
import { authorizeRedirectNoToken } from './authorize/redirect-no-token.ts'
import { bearerChallengeCharset } from './bearer/challenge-charset.ts'
import { bearerChallengeInvalidToken } from './bearer/challenge-invalid-token.ts'
import { bearerChallengePresent } from './bearer/challenge-present.ts'
import { bearerChallengeUniqueAttributes } from './bearer/challenge-unique-attributes.ts'
import { bearerMissingNoErrorCode } from './bearer/missing-no-error-code.ts'
import { errorCodeKnown } from './error/code-known.ts'
import { errorNoEcho } from './error/no-echo.ts'
import { errorNoInternals } from './error/no-internals.ts'
import { errorNotAsSuccess } from './error/not-as-success.ts'
import { errorNotHtml } from './error/not-html.ts'
import { errorShape } from './error/shape.ts'
import { errorTypeMatchesStatus } from './error/type-matches-status.ts'
import { httpCacheFresh } from './http/cache-fresh.ts'
import { httpCachePersonalData } from './http/cache-personal-data.ts'
import { httpCacheRefusals } from './http/cache-refusals.ts'
import { httpContentTypeDocumented } from './http/content-type-documented.ts'
import { httpCorrelationEchoed } from './http/correlation-echoed.ts'
import { httpCorrelationGenerated } from './http/correlation-generated.ts'
import { httpCorsClosed } from './http/cors-closed.ts'
import { httpDatePresent } from './http/date-present.ts'
import { httpHsts } from './http/hsts.ts'
import { httpJsonUniqueNames } from './http/json-unique-names.ts'
import { httpJsonValid } from './http/json-valid.ts'
import { httpServerNoVersion } from './http/server-no-version.ts'
import { httpStatusDocumented } from './http/status-documented.ts'
import { ratelimit429Explains } from './ratelimit/429-explains.ts'
import { ratelimit429NotCached } from './ratelimit/429-not-cached.ts'
import { ratelimit429NothingLeft } from './ratelimit/429-nothing-left.ts'
import { ratelimit429RetryAfter } from './ratelimit/429-retry-after.ts'
import { ratelimitHeaderRemainingRange } from './ratelimit/header-remaining-range.ts'
import { ratelimitHeaderSyntax } from './ratelimit/header-syntax.ts'
import { ratelimitRetryAfterAhead } from './ratelimit/retry-after-ahead.ts'
import { ratelimitRetryAfterFormat } from './ratelimit/retry-after-format.ts'
import { shapeBodyDocumented } from './shape/body-documented.ts'
import { shapeBodyInferred } from './shape/body-inferred.ts'
import { shapeBodyUndocumentedField } from './shape/body-undocumented-field.ts'
import { shapeHeaderDocumented } from './shape/header-documented.ts'
import { shapeValueAmountAsked } from './shape/value-amount-asked.ts'
import { shapeValueAmountNoise } from './shape/value-amount-noise.ts'
import { shapeValueCurrency } from './shape/value-currency.ts'
import { shapeValueDate } from './shape/value-date.ts'
import { shapeValueMasking } from './shape/value-masking.ts'
import { shapeValuePlaceholder } from './shape/value-placeholder.ts'
import { tokenClientAuth401Challenge } from './token/client-auth-401-challenge.ts'
import { tokenErrorDescriptionCharset } from './token/error-description-charset.ts'
import { tokenErrorNoStore } from './token/error-no-store.ts'
import { tokenErrorShape } from './token/error-shape.ts'
import { tokenErrorStatus400 } from './token/error-status-400.ts'
import { tokenGrantUnknown } from './token/grant-unknown.ts'
import { tokenResponseAccessToken } from './token/response-access-token.ts'
import { tokenResponseConsentTime } from './token/response-consent-time.ts'
import { tokenResponseExpiresIn } from './token/response-expires-in.ts'
import { tokenResponseLifetime1800 } from './token/response-lifetime-1800.ts'
import { tokenResponseNoStore } from './token/response-no-store.ts'
import { tokenResponsePragma } from './token/response-pragma.ts'
import { tokenResponseRefreshLifetime } from './token/response-refresh-lifetime.ts'
import { tokenResponseScope } from './token/response-scope.ts'
import { tokenResponseTokenType } from './token/response-token-type.ts'
import { tokenValueEntropy } from './token/value-entropy.ts'
import { tokenValuePairDiffers } from './token/value-pair-differs.ts'

/** Every check, in the order of the requirements. */
export const checks: readonly Check[] = [
  tokenClientAuth401Challenge,
  tokenGrantUnknown,
  tokenResponseAccessToken,
  tokenResponseTokenType,
  tokenResponseExpiresIn,
  tokenResponseLifetime1800,
  tokenResponseRefreshLifetime,
  tokenResponseNoStore,
  tokenResponsePragma,
  tokenResponseScope,
  tokenResponseConsentTime,
  tokenErrorStatus400,
  tokenErrorShape,
  tokenErrorDescriptionCharset,
  tokenErrorNoStore,
  tokenValueEntropy,
  tokenValuePairDiffers,
  authorizeRedirectNo307,
  authorizePageNoFraming,
  authorizePageReferrerPolicy,
  authorizePageNotCached,
  authorizePageNoCors,
  authorizeRedirectLocation,
  authorizeRedirectNoToken,
  authorizePageFormTarget,
  authorizePageOwnContent,
  authorizePageCharset,
  bearerChallengePresent,
  bearerChallengeInvalidToken,
  bearerChallengeUniqueAttributes,
  bearerMissingNoErrorCode,
  bearerChallengeCharset,
  ratelimit429NotCached,
  ratelimit429Explains,
  ratelimit429RetryAfter,
  ratelimitRetryAfterFormat,
  ratelimitHeaderSyntax,
  ratelimitHeaderRemainingRange,
  ratelimitRetryAfterAhead,
  ratelimit429NothingLeft,
  httpStatusDocumented,
  httpContentTypeDocumented,
  httpJsonValid,
  httpJsonUniqueNames,
  httpDatePresent,
  httpCachePersonalData,
  httpHsts,
  httpServerNoVersion,
  httpCorsClosed,
  httpCorrelationEchoed,
  httpCacheRefusals,
  httpCacheFresh,
  httpCorrelationGenerated,
  errorShape,
  errorCodeKnown,
  errorTypeMatchesStatus,
  errorNoInternals,
  errorNoEcho,
  errorNotHtml,
  errorNotAsSuccess,
  shapeBodyDocumented,
  shapeBodyInferred,
  shapeBodyUndocumentedField,
  shapeHeaderDocumented,
  shapeValueCurrency,
  shapeValueMasking,
  shapeValueAmountNoise,
  shapeValueAmountAsked,
  shapeValueDate,
  shapeValuePlaceholder,
]
