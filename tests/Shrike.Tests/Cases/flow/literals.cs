using System.Collections.Generic;
using System.Text;
using Microsoft.IdentityModel.Tokens;

public class Keys
{
    private readonly Dictionary<string, string> settings = [];

    private static string Get(Dictionary<string, string> settings, string name, string otherwise) =>
        settings.TryGetValue(name, out string? value) ? value : otherwise;

    public void Configured()
    {
        string filter = Get(settings, "filter", "robot,crawler,spider"); // expect: none
        string secret = Get(settings, "secret", "");
        _ = filter;
        _ = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)); // expect: none
    }

    public void Written()
    {
        string secret = Get(settings, "other", "k9Xw2QpL7vTzR4mN8sBd"); // expect: hardcoded-key
        _ = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret));
    }
}

public static class Signers
{
    /// <summary>The name of a function in a list is not what the function is called with.</summary>
    public static readonly Dictionary<string, System.Func<string, object>> ByName = new()
    {
        { "password.pbkdf2.v3", password => new SymmetricSecurityKey(Encoding.UTF8.GetBytes(password)) }, // expect: none
    };

    private static object Make(System.Func<string, object> signer) => signer("m2Vb7QxL9pTzR4kN8sWd"); // expect: hardcoded-key

    public static object Own() => Make(key => new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)));
}

public class Databases
{
    private static object Open(string connection) => new System.Data.SqlClient.SqlConnection(connection);

    public object WithPassword(string server) => Open("Data Source=" + server + "; User Id=app; Password=k9Xw2QpL7v"); // expect: hardcoded-credentials
}

public class OtherDatabases
{
    private static object Open(string connection) => new System.Data.SqlClient.SqlConnection(connection);

    public object Trusted(string server) => Open("Data Source=" + server + "; Persist Security Info=False"); // expect: none
}
