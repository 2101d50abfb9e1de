using System.Text.RegularExpressions;
using System.Xml;

namespace Intranet.Data
{
    /// <summary>The phone book that the switchboard keeps as XML.</summary>
    public class PhoneBook
    {
        private readonly XmlDocument book = new XmlDocument { XmlResolver = null };

        public PhoneBook(string file)
        {
            book.Load(file);
        }

        public string NumberOf(string name)
        {
            XmlNode entry = book.SelectSingleNode("/book/person[@name='" + name + "']"); // expect: xpath-injection
            return entry == null ? null : entry.InnerText;
        }

        public string NumberOfPlainName(string name)
        {
            if (!Regex.IsMatch(name, "^[A-Za-z ]{1,60}$"))
                return null;
            XmlNode entry = book.SelectSingleNode("/book/person[@name='" + name + "']"); // expect: none
            return entry == null ? null : entry.InnerText;
        }

        /// <summary>A card for the desk phone's display.</summary>
        public static void WriteCard(XmlWriter writer, string name, string number)
        {
            writer.WriteStartElement("card");
            writer.WriteRaw("<name>" + name + "</name>"); // expect: xml-injection
            writer.WriteElementString("number", number);
            writer.WriteEndElement();
        }

        public static void WriteEncodedCard(XmlWriter writer, string name, string number)
        {
            writer.WriteStartElement("card");
            writer.WriteElementString("name", name); // expect: none
            writer.WriteElementString("number", number);
            writer.WriteEndElement();
        }
    }
}
