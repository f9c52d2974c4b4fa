/**
 * Sends a tracing span for each operation and each call to the store to an OpenTelemetry collector.
 *
 * @param endpoint the value of OTEL_EXPORTER_OTLP_ENDPOINT; if undefined or empty, nothing is traced
 * @returns a function that sends the remaining spans and ends the tracing
 */
export const startTracing = async (endpoint: string | undefined): Promise<() => Promise<void>> => {
  if (endpoint === undefined || endpoint === '') return async () => undefined;
  const [{ NodeTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const provider = new NodeTracerProvider({
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  return () => provider.shutdown();
};
