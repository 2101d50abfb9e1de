using System.Configuration;
using System.Data;
using System.Data.SqlClient;
using System.Diagnostics;
using System.ServiceModel;

namespace Intranet.Services
{
    [ServiceContract]
    public interface IPayrollService
    {
        [OperationContract]
        decimal SalaryBand(string grade);

        [OperationContract]
        decimal SalaryBandOf(string grade);

        [OperationContract]
        int Archive(string month);

        [OperationContract]
        int ArchiveMonth(string month);
    }

    public class PayrollService : IPayrollService
    {
        private static readonly string Connection = ConfigurationManager.ConnectionStrings["Staff"].ConnectionString;

        public decimal SalaryBand(string grade)
        {
            using (var connection = new SqlConnection(Connection))
            {
                SqlCommand command = connection.CreateCommand();
                command.CommandText = "SELECT Amount FROM Bands WHERE Grade = '" + grade + "'"; // expect: sql-injection
                return Run(command);
            }
        }

        public decimal SalaryBandOf(string grade)
        {
            using (var connection = new SqlConnection(Connection))
            {
                SqlCommand command = connection.CreateCommand();
                command.CommandText = "SELECT Amount FROM Bands WHERE Grade = @grade"; // expect: none
                command.Parameters.Add("@grade", SqlDbType.NVarChar, 4).Value = grade;
                return Run(command);
            }
        }

        public int Archive(string month)
        {
            using (Process process = Process.Start("cmd.exe", "/c archive.bat " + month)) // expect: os-command
            {
                process.WaitForExit(60000);
                return process.ExitCode;
            }
        }

        public int ArchiveMonth(string month)
        {
            int number;
            if (!int.TryParse(month, out number))
                return -1;
            using (Process process = Process.Start("cmd.exe", "/c archive.bat " + number)) // expect: none
            {
                process.WaitForExit(60000);
                return process.ExitCode;
            }
        }

        private static decimal Run(SqlCommand command)
        {
            command.Connection.Open();
            return (decimal)command.ExecuteScalar();
        }
    }
}
