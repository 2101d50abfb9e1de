using System.Text.Json.Serialization;

namespace Shrike.Analysis.Rules;

/// <summary>Circumstances in which a flaw is there, and yet gives nobody what they did not have before.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Circumstance>))]
public enum Circumstance
{
    /// <summary>The code runs in a program for the command line alone, and nothing of it asks the network: whoever starts it
    /// chooses its data.</summary>
    [JsonStringEnumMemberName("operator")]
    Operator,

    /// <summary>The same function runs the code that the same sender sends.</summary>
    [JsonStringEnumMemberName("senderRunsCode")]
    SenderRunsCode,

    /// <summary>A program in a browser, which came from the server that it asks.</summary>
    [JsonStringEnumMemberName("browserProgram")]
    BrowserProgram,

    /// <summary>The beginning of the address comes from the application's settings.</summary>
    [JsonStringEnumMemberName("settledHost")]
    SettledHost,

    /// <summary>Only where the peer is this machine, or while the application is being developed.</summary>
    [JsonStringEnumMemberName("localHost")]
    LocalHost,

    /// <summary>A program for the command line among the developers' tools.</summary>
    [JsonStringEnumMemberName("developmentTool")]
    DevelopmentTool,
}
