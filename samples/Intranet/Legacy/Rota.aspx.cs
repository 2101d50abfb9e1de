using System;
using System.IO;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Text;
using System.Web.UI;
using Intranet.Models;

namespace Intranet.Legacy
{
    /// <summary>Who works when; the oldest page of the intranet.</summary>
    public partial class Rota : Page
    {
        protected void Page_Load(object sender, EventArgs e)
        {
            string notice = Request.QueryString["notice"] ?? "";
            Notice.Text = "<b>" + notice + "</b>"; // expect: xss
            Footer.Text = "<i>" + Server.HtmlEncode(notice) + "</i>"; // expect: none
        }

        protected void Restore_Click(object sender, EventArgs e)
        {
            byte[] bytes = Convert.FromBase64String(State.Text);
            using (var stream = new MemoryStream(bytes))
            {
                var state = (RotaState)new BinaryFormatter().Deserialize(stream); // expect: unsafe-deserialization, insecure-deserializer
                Show(state);
            }
        }

        protected void RestoreXml_Click(object sender, EventArgs e)
        {
            using (var stream = new MemoryStream(Encoding.UTF8.GetBytes(State.Text)))
            {
                var state = (RotaState)new DataContractSerializer(typeof(RotaState)).ReadObject(stream); // expect: none
                Show(state);
            }
        }

        protected void Back_Click(object sender, EventArgs e)
        {
            string target = Request.QueryString["from"];
            if (target == "news")
                Response.Redirect("~/News"); // expect: none
            else
                Response.Redirect(target); // expect: open-redirect
        }

        private void Show(RotaState state)
        {
            Footer.Text = Server.HtmlEncode(state.Week + ": " + string.Join(", ", state.Names));
        }
    }
}
