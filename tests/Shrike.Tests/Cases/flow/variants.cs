using System;
using System.Collections.Generic;
using System.Data;
using System.Data.SqlClient;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Web;

public class Variants
{
    private static int Number(string text) => int.TryParse(text, out int n) ? n : 0;

    public void Loops(HttpRequest request)
    {
        int turns = Number(request.QueryString["n"]);
        for (int i = 0; i < turns; i++) // expect: loop-bound
            Console.WriteLine(i);
        int rest = Number(request.QueryString["m"]);
        while (rest > 0) // expect: none
            rest = 0;
        string text = request.QueryString["t"];
        for (int i = 0; i < text.Length; i++) // expect: none
            Console.WriteLine(text[i]);
        int checkedTurns = Number(request.QueryString["k"]);
        if (checkedTurns > 100)
            return;
        for (int i = 0; i < checkedTurns; i++) // expect: none
            Console.WriteLine(i);
    }

    public void Lesser()
    {
        Console.WriteLine(string.Format(Console.ReadLine(), 1)); // expect: format-string
        Console.WriteLine(string.Format("{0} {1}", Console.ReadLine(), 1)); // expect: none
        Thread.Sleep(Number(File.ReadAllText("delay.txt"))); // expect: resource-exhaustion
        Thread.Sleep(Math.Min(Number(File.ReadAllText("delay.txt")), 50)); // expect: none
        using (var connection = new SqlConnection("Server=.;Integrated Security=true"))
            connection.ChangeDatabase(Console.ReadLine()); // expect: external-settings
        new SqlConnection(Environment.GetEnvironmentVariable("DB")).Open(); // expect: none
    }

    public void Session(HttpContext context)
    {
        string name = context.Request.QueryString["name"];
        context.Session["name"] = name; // expect: trust-boundary
        if (Regex.IsMatch(name, "^[a-z]{1,8}$"))
            context.Session["name"] = name; // expect: none
    }

    public void Pages(HttpRequest request, HttpResponse response)
    {
        response.Write("<p>" + request.QueryString["a"]); // expect: xss
    }

    public void Plain(HttpRequest request, HttpResponse response)
    {
        response.ContentType = "text/plain";
        response.Write(request.QueryString["a"]); // expect: none
    }

    public void Listens(HttpListenerContext context)
    {
        byte[] raw = Encoding.UTF8.GetBytes("<h1>" + context.Request.QueryString["q"]);
        context.Response.OutputStream.Write(raw, 0, raw.Length); // expect: xss
        byte[] safe = Encoding.UTF8.GetBytes("<h1>" + WebUtility.HtmlEncode(context.Request.QueryString["q"]));
        context.Response.OutputStream.Write(safe, 0, safe.Length); // expect: none
        var writer = new StreamWriter(context.Response.OutputStream);
        writer.Write("<h1>" + context.Request.QueryString["q"]); // expect: xss
        File.CreateText("notes.txt").Write(context.Request.QueryString["q"]); // expect: none
    }

    public void Redirects(HttpRequest request, HttpResponse response)
    {
        string to = request.QueryString["to"];
        response.Redirect(to); // expect: open-redirect
        if (to.StartsWith("/") && !to.StartsWith("//"))
            response.Redirect(to); // expect: none
        if (Uri.TryCreate(to, UriKind.Absolute, out Uri address) && address.Host == "www.example.com")
            response.Redirect(to); // expect: none
    }

    public void Elsewhere(HttpRequest request, HttpResponse response)
    {
        string to = request.QueryString["to"];
        if (!to.StartsWith("//"))
            response.Redirect(to); // expect: open-redirect
    }

    public void Headers(HttpRequest request, HttpResponse response)
    {
        string lang = request.QueryString["lang"];
        if (lang.IndexOfAny(new[] { '\r', '\n' }) < 0)
            response.AddHeader("X-Lang", lang); // expect: none
        if (lang.IndexOfAny(new[] { '\r', ' ' }) < 0)
            response.AddHeader("X-Lang", lang); // expect: header-injection
        System.Diagnostics.Trace.WriteLine("in " + Regex.Replace(lang, "[\r\n]", "_")); // expect: none
        System.Diagnostics.Trace.WriteLine("in " + Regex.Replace(lang, "[\r\t]", "_")); // expect: log-injection
    }

    public void Patterns(HttpRequest request)
    {
        string text = request.QueryString["p"];
        Console.WriteLine(new Regex(text).IsMatch("a")); // expect: regex-injection
        Console.WriteLine(new Regex(text, RegexOptions.None, TimeSpan.FromSeconds(1)).IsMatch("a")); // expect: none
        Console.WriteLine(new DataTable().Compute(text, "")); // expect: expression-injection
        if (Regex.IsMatch(text, "^[0-9+*]+$"))
            Console.WriteLine(new DataTable().Compute(text, "")); // expect: none
    }

    public void Passwords(TcpClient client)
    {
        string received = new StreamReader(client.GetStream()).ReadLine();
        Use(new NetworkCredential("svc", received)); // expect: credential-received-in-clear
        var tls = new System.Net.Security.SslStream(client.GetStream());
        Use(new NetworkCredential("svc", new StreamReader(tls).ReadLine())); // expect: none
        Use(new NetworkCredential("svc", File.ReadAllText("svc.txt"))); // expect: password-in-plain-file
        byte[] clear = ProtectedData.Unprotect(Convert.FromBase64String(File.ReadAllText("svc.txt")), null, DataProtectionScope.LocalMachine);
        Use(new NetworkCredential("svc", Encoding.UTF8.GetString(clear))); // expect: none
    }

    private static void Use(object value) => Console.WriteLine(value);

    public void Keys()
    {
        byte[] weak = new byte[32];
        new Random().NextBytes(weak);
        using (var aes = Aes.Create())
            aes.Key = weak; // expect: predictable-key
        byte[] strong = new byte[32];
        RandomNumberGenerator.Create().GetBytes(strong);
        using (var aes = Aes.Create())
            aes.Key = strong; // expect: none
        new Random().NextBytes(weak); // expect: none
    }

    public void Downloads(WebClient client, RSA rsa, byte[] signature)
    {
        Assembly.Load(client.DownloadData("https://example.com/a.dll")); // expect: download-executed
        byte[] code = client.DownloadData("https://example.com/a.dll");
        if (rsa.VerifyData(code, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
            Assembly.Load(code); // expect: none
    }
}
