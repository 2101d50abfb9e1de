using System.Text;
using Shrike.Cli;

Console.OutputEncoding = Encoding.UTF8;
using var interruption = new Interruption();
return await App.RunAsync(args, CliContext.FromConsole(), interruption.Token);
