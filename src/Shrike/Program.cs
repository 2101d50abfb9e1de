using System.Text;
using Shrike.Cli;

Console.OutputEncoding = Encoding.UTF8;
return await App.RunAsync(args, CliContext.FromConsole());
