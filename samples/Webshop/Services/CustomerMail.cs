using System.Net;
using System.Net.Mail;

namespace Webshop.Services;

public interface ICustomerMail
{
    Task SendResetAsync(string email, string token);
}

public class CustomerMail(IConfiguration configuration) : ICustomerMail
{
    public async Task SendResetAsync(string email, string token)
    {
        using var client = new SmtpClient(configuration["Mail:Host"], 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential("shop", configuration["Mail:Password"]), // expect: none
        };
        using var message = new MailMessage("shop@feather.example", email, "Your new password", "Use this code: " + token);
        await client.SendMailAsync(message);
    }
}
