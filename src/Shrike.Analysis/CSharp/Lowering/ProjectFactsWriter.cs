using System.Runtime.InteropServices;
using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>Writes what <see cref="ProjectFactsReader"/> reads back, in this build of Shrike alone.</summary>
internal sealed class ProjectFactsWriter : IDisposable
{
    private readonly MemoryStream bytes = new();
    private readonly BinaryWriter writer;

    private ProjectFactsWriter() => writer = new BinaryWriter(bytes, Encoding.UTF8);

    public static byte[] Write(ProjectFacts facts)
    {
        using var own = new ProjectFactsWriter();
        own.All(facts);
        own.writer.Flush();
        return own.bytes.ToArray();
    }

    public void Dispose()
    {
        writer.Dispose();
        bytes.Dispose();
    }

    private void All(ProjectFacts facts)
    {
        Bytes(facts.Key);
        Bytes(facts.Shape);
        writer.Write(facts.LookedInto is not null);
        Each(facts.LookedInto ?? [], Text);
        Bytes(facts.Others);
        Each(facts.Files, Text);
        Each(facts.Doors, Door);
        Each(facts.Candidates, Candidate);
        Each(facts.Problems, Problem);
        Each(facts.Ledger, Ledger);
        Each([.. facts.Registrations], Registration);
        writer.Write(facts.Lines);
    }

    private void Door(DoorOf door)
    {
        EntryPoint(door.EntryPoint);
        writer.Write(door.File);
        writer.Write(door.Function);
    }

    private void EntryPoint(EntryPoint point)
    {
        writer.Write((int)point.Kind);
        Text(point.Symbol);
        Text(point.Display);
        Span(point.Where);
        Text(point.Route);
        Each(point.Verbs, Text);
        Each(point.Parameters, Parameter);
        Each(point.Properties, Parameter);
        Text(point.Guards.Authorization);
        Each(point.Guards.Policies, Text);
        writer.Write(point.Guards.AllowsAnonymous);
        Text(point.Guards.Antiforgery);
        Text(point.Guards.RateLimit);
        writer.Write(point.RefusesInvalidModels);
        writer.Write(point.RefusesMarkup);
        writer.Write(point.InTestCode);
    }

    private void Parameter(EntryParameter parameter)
    {
        Text(parameter.Name);
        Text(parameter.Type);
        writer.Write((int)parameter.Binding);
    }

    private void Candidate(Candidate candidate)
    {
        Text(candidate.Rule.Id);
        Span(candidate.Where);
        Text(candidate.Message);
        Text(candidate.Symbol);
        Text(candidate.Snippet);
        Each(candidate.Flows, Flow);
        writer.Write(candidate.EntryPoint is not null);
        if (candidate.EntryPoint is { } point)
            EntryPoint(point);
        writer.Write(candidate.Cwe ?? -1);
        writer.Write((int)(candidate.Severity ?? 0));
        writer.Write(candidate.InTestCode);
    }

    private void Flow(Flow flow)
    {
        writer.Write((int)flow.Source);
        Text(flow.SourceDescription);
        Each(
            flow.Steps,
            step =>
            {
                Span(step.Where);
                Text(step.Message);
                Text(step.Function);
            }
        );
    }

    private void Problem(Problem problem)
    {
        Text(problem.Path);
        Text(problem.Message);
    }

    private void Ledger(LedgerEntry entry)
    {
        writer.Write((int)entry.Kind);
        Text(entry.Name);
        writer.Write((int)entry.State);
        Text(entry.Reason);
    }

    private void Registration(KeyValuePair<string, string> registration)
    {
        Text(registration.Key);
        Text(registration.Value);
    }

    private void Span(SourceSpan span)
    {
        Text(span.Path);
        writer.Write(span.StartLine);
        writer.Write(span.StartColumn);
        writer.Write(span.EndLine);
        writer.Write(span.EndColumn);
    }

    private void Bytes(byte[] value)
    {
        writer.Write7BitEncodedInt(value.Length);
        writer.Write(value);
    }

    /// <summary>UTF-16 as it is: source code may hold lone surrogates, which UTF-8 cannot.</summary>
    private void Text(string? text)
    {
        writer.Write7BitEncodedInt(text is null ? 0 : text.Length + 1);
        writer.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private void Each<T>(IReadOnlyList<T> list, Action<T> write)
    {
        writer.Write7BitEncodedInt(list.Count);
        foreach (T item in list)
            write(item);
    }
}
