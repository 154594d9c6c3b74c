/** The annotation that carries a test's record to the verdict; annotations pushed at run time never reach Allure. */
export const recordAnnotation = '_verdict'
