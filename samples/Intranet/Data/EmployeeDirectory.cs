using System.Collections.Generic;
using System.Configuration;
using System.Data.SqlClient;
using System.DirectoryServices;
using System.Net;
using System.Text;
using Intranet.Models;

namespace Intranet.Data
{
    public interface IEmployeeDirectory
    {
        IList<Employee> InDepartment(string department);
        IList<Employee> InDepartmentSafely(string department);
        string MailOf(string account);
        string MailOfEscaped(string account);
    }

    public class EmployeeDirectory : IEmployeeDirectory
    {
        private readonly string connectionString = ConfigurationManager.ConnectionStrings["Staff"].ConnectionString;

        public IList<Employee> InDepartment(string department)
        {
            var sql = string.Format("SELECT Id, Name, Phone FROM Employees WHERE Department = '{0}'", department); // expect: sql-injection
            using (var connection = new SqlConnection(connectionString))
            using (var command = new SqlCommand(sql, connection))
            {
                connection.Open();
                return Read(command);
            }
        }

        public IList<Employee> InDepartmentSafely(string department)
        {
            const string sql = "SELECT Id, Name, Phone FROM Employees WHERE Department = @department";
            using (var connection = new SqlConnection(connectionString))
            using (var command = new SqlCommand(sql, connection)) // expect: none
            {
                command.Parameters.AddWithValue("@department", department);
                connection.Open();
                return Read(command);
            }
        }

        public string MailOf(string account)
        {
            using (var searcher = new DirectorySearcher())
            {
                searcher.Filter = "(&(objectClass=user)(sAMAccountName=" + account + "))"; // expect: ldap-injection
                SearchResult result = searcher.FindOne();
                return result == null ? null : (string)result.Properties["mail"][0];
            }
        }

        public string MailOfEscaped(string account)
        {
            using (var searcher = new DirectorySearcher())
            {
                searcher.Filter = "(&(objectClass=user)(sAMAccountName=" + Escape(account) + "))"; // expect: none
                SearchResult result = searcher.FindOne();
                return result == null ? null : (string)result.Properties["mail"][0];
            }
        }

        public static ICredentials ServiceAccount()
        {
            return new NetworkCredential("svc-directory", "Kestrel!Hover42"); // expect: hardcoded-credentials
        }

        public static ICredentials ConfiguredAccount()
        {
            return new NetworkCredential("svc-directory", ConfigurationManager.AppSettings["DirectoryPassword"]); // expect: none
        }

        private static string Escape(string value)
        {
            var escaped = new StringBuilder();
            foreach (char c in value)
            {
                if (char.IsLetterOrDigit(c) || c == '-')
                    escaped.Append(c);
                else
                    escaped.Append('\\').Append(((int)c).ToString("x2"));
            }

            return escaped.ToString();
        }

        private static IList<Employee> Read(SqlCommand command)
        {
            var employees = new List<Employee>();
            using (SqlDataReader reader = command.ExecuteReader())
            {
                while (reader.Read())
                    employees.Add(new Employee { Id = reader.GetInt32(0), Name = reader.GetString(1), Phone = reader.GetString(2) });
            }

            return employees;
        }
    }
}
