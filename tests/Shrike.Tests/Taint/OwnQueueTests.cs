using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Tests.Taint;

/// <summary>Messages of a queue that the same program fills weigh less than requests, unless it puts into them what a request brought.</summary>
public class OwnQueueTests
{
    [Theory]
    // The program sends it, with what it knows itself.
    [InlineData("public void Start(int id) => bus.Publish(new Job { File = \"job-\" + id });", Severity.Medium)]
    // What the request brought comes back out of the queue.
    [InlineData("public void Start(string name) => bus.Publish(new Job { File = name });", Severity.High)]
    [InlineData(
        "public void Start(string name) { var job = Make(name); bus.Publish(job); } Job Make(string f) => new Job { File = f };",
        Severity.High
    )]
    // Somebody else sends it.
    [InlineData("", Severity.High)]
    [InlineData("public void Start(int id) => System.Console.WriteLine(new Job { File = \"a\" });", Severity.High)]
    public void Messages_of_ones_own_weigh_less(string action, Severity expected)
    {
        Codebase result = Analyse.Text(
            $$"""
            using System.Threading.Tasks;
            using MassTransit;
            using Microsoft.AspNetCore.Mvc;
            public class Job { public string File { get; set; } public string Text { get; set; } }
            public class JobsController(IBus bus) : Controller { {{action}} }
            public class JobConsumer : IConsumer<Job>
            {
                public Task Consume(ConsumeContext<Job> context) => Do(context.Message);
                private Task Do(Job job) { System.IO.File.Delete("/data/" + job.File); return Task.CompletedTask; }
            }
            """
        );
        Candidate found = Assert.Single(result.Candidates, c => c.Rule.Id == "path-traversal");
        Severity severity = found.Severity ?? found.Rule.Severity;
        Assert.Equal(expected, severity >= Severity.High ? Severity.High : severity);
        Assert.Equal(expected == Severity.Medium, found.Message.Contains("queue itself", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("new Job { File = \"job-\" + id, Text = text }", Severity.Medium)]
    [InlineData("new Job { File = text }", Severity.High)]
    public void Each_part_of_a_message_counts_for_itself(string job, Severity expected)
    {
        Codebase result = Analyse.Text(
            $$"""
            using System.Text.Json;
            using System.Threading.Tasks;
            using Azure.Messaging.ServiceBus;
            using Microsoft.AspNetCore.Mvc;
            public class Job { public string File { get; set; } public string Text { get; set; } }
            public class JobsController(ServiceBusSender sender) : Controller
            {
                public Task Start(int id, string text) => sender.SendMessageAsync(new ServiceBusMessage(JsonSerializer.Serialize({{job}})));
            }
            public class JobHandler : IMessageHandler<Job>
            {
                public Task HandleAsync(Job job) { System.IO.File.Delete("/data/" + job.File); return Task.CompletedTask; }
            }
            """
        );
        Candidate found = Assert.Single(result.Candidates, c => c.Rule.Id == "path-traversal");
        Severity severity = found.Severity ?? found.Rule.Severity;
        Assert.Equal(expected, severity >= Severity.High ? Severity.High : severity);
    }
}
