using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Magpie.Platform.Telemetry;

/// <summary>
/// Sums up what .NET's meters and ours report, for a page that Prometheus reads. Counters, and sums and counts of histograms;
/// OpenTelemetry's exporter package is not in the registry.
/// </summary>
internal sealed class MetricsText : IDisposable
{
    private static readonly string[] Meters =
    [
        "Magpie",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
    ];

    private readonly ConcurrentDictionary<string, Series> series = new();
    private readonly MeterListener listener = new();

    public MetricsText()
    {
        listener.InstrumentPublished = (instrument, meters) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
            {
                meters.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.Start();
    }

    public string Render()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (name, one) in series.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            one.Write(text, name);
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = instrument.Name.Replace('.', '_').Replace('-', '_') + LabelsOf(tags);
        series.GetOrAdd(name, _ => new(instrument)).Record(value);
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        var labels = new StringBuilder("{");
        foreach (var (key, value) in tags)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            labels.Append(
                CultureInfo.InvariantCulture,
                $"{(labels.Length > 1 ? "," : "")}{key.Replace('.', '_')}=\"{text.Replace("\\", @"\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\""
            );
        }

        return labels.Append('}').ToString();
    }

    private sealed class Series(Instrument instrument)
    {
        private readonly bool isHistogram = instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal);
        private readonly bool isLast = instrument.IsObservable;
        private readonly Lock gate = new();
        private double sum;
        private long count;

        public void Record(double value)
        {
            lock (gate)
            {
                sum = isLast ? value : sum + value;
                count++;
            }
        }

        public void Write(StringBuilder text, string name)
        {
            lock (gate)
            {
                if (!isHistogram)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name} {sum}\n");
                    return;
                }

                var labels = name.IndexOf('{', StringComparison.Ordinal) is > 0 and var at ? name[at..] : "";
                var bare = name[..^labels.Length];
                text.Append(CultureInfo.InvariantCulture, $"{bare}_sum{labels} {sum}\n{bare}_count{labels} {count}\n");
            }
        }
    }
}
