/** The settings for the services from which the command `sync` reads. */
export interface SourceSettings {
  /** An e-mail address or web page, by which the services can reach the operator. */
  contact: string | undefined;
  openAlex: {
    url: string;
    apiKey: string | undefined;
    /** The maximum amount to spend in a day, in US dollars. Undefined: the amount that the service allows. */
    budgetUsd: number | undefined;
  };
  semanticScholar: { url: string; apiKey: string | undefined };
}
